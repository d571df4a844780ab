"""The law: for any record, window, page, structured data and every exported file say one credit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsroom.desk import browsing, crediting, drafting, illustrating, keeping, publishing
from newsroom.domain.document import Figure
from newsroom.domain.picture import CreditRecord
from newsroom.export.characters import same_in_print
from newsroom.export.inspection import read_page
from newsroom.pictures.embedding import exported, look_inside
from newsroom.pictures.text import tidy
from newsroom.ui.pictures.boxes import LineBox
from newsroom.ui.pictures.pictures_place import PicturesPlace
from tests.support import images
from tests.support.records import field_values
from tests.support.stories import a_content, a_house
from tests.ui.pictures.conftest import Stage

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(["<script>alert(1)</script>", "</script>", "Қазақстан / AFP", "{credit}"]),
).map(tidy)
CREDITS = st.fixed_dictionaries(
    {name: field_values(name, TEXTS) for name in ("credit", "creator", "source", "copyright")}
)


def test_the_window_says_the_credit_of_page_data_and_files(stage: Stage, tmp_path: Path) -> None:
    forms = ("Photo: {creator} / {credit}", "Photo: {credit}")
    keeping.change_house(stage.desk, a_house(credit_forms=forms, wordings={}))
    data = images.encoded(images.scene(300, 200))
    picture = illustrating.add_picture_bytes(stage.desk, data, "ice.jpg").picture.id
    article = drafting.new_article(stage.desk).article
    drafting.save_draft(stage.desk, article, a_content(lead=Figure(picture, "Ice", "Ice")))
    place = stage.open()
    place.show_picture(picture)
    stage.settle()

    @settings(
        max_examples=10,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(fields=CREDITS)
    def holds(fields: dict[str, Any]) -> None:
        stage.link.write(lambda desk: crediting.edit_records(desk, [picture], fields))
        stage.settle()
        record = browsing.picture(stage.desk, picture).record
        require_window(place, record)
        out = tmp_path / "site"
        done = publishing.export(stage.desk, [article], out, draft=True)
        require_export(place, record, done.pages[0])

    holds()


def require_window(place: PicturesPlace, record: CreditRecord) -> None:
    """Find the record in the boxes, word for word."""
    form = place.detail.form
    assert form.record == record
    credit, creator = form.box("credit"), form.box("creator")
    assert isinstance(credit, LineBox)
    assert isinstance(creator, LineBox)
    assert credit.words() == " ".join(record.credit.split())
    assert creator.words() == " ".join("; ".join(record.creator).split())


def require_export(place: PicturesPlace, record: CreditRecord, page: Path) -> None:
    """Find what the window says again in the page, in its data and in every file."""
    printed = place.detail.form.printed
    credit = place.detail.form.box("credit").words()
    seen = read_page(page.read_text("utf-8"))
    (figure,) = seen.figures
    assert same_in_print(figure.credit, printed)
    assert figure.files
    for link in figure.files:
        inside = look_inside((page.parent / link).resolve().read_bytes()).record
        assert same_in_print(inside.credit, credit)
        assert same_in_print(inside.copyright, exported(record, "Ice").copyright)
    names = {link.split("/")[-1] for link in figure.files}
    told = [one for url, one in seen.images.items() if url.split("/")[-1] in names]
    assert told
    for one in told:
        assert same_in_print(str(one.get("creditText", "")), credit)
