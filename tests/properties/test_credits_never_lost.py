"""A credit through any course of edits, crops, replacements, rebuilds and exports is never lost.

NEWSROOM_STEPS says how many steps are taken in all; by default few, because each export encodes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from newsroom.desk import (
    browsing,
    crediting,
    drafting,
    illustrating,
    keeping,
    publishing,
    using,
    wording,
)
from newsroom.desk.agreeing import agreements
from newsroom.domain.document import Document, Figure
from newsroom.domain.errors import Refused
from newsroom.domain.framing import UNFRAMED, WHOLE, Crop, Shape, cropped, focused
from newsroom.domain.ids import PictureId
from newsroom.domain.lines import credit_line
from newsroom.domain.picture import FIELDS, CreditRecord
from newsroom.domain.record_faults import faults_of
from newsroom.export.characters import same_in_print
from newsroom.export.inspection import read_page
from newsroom.pictures.embedding import exported, look_inside
from newsroom.pictures.text import tidy
from tests.support import images
from tests.support.records import field_values
from tests.support.rooms import Rooms
from tests.support.stories import a_content, a_house

STEPS = int(os.environ.get("NEWSROOM_STEPS", "80"))
WALK = 20
FORMS = ("Photo: {creator} / {credit}", "Photo: {credit}")
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</script>",
            "Қазақстан / AFP",
            "{credit}",
            "&amp;",
            "ы" * 700,
        ]
    ),
)


def picture(shade: int) -> bytes:
    image = images.scene(300, 200)  # just enough for two cards
    image.paste((shade, 0, 0), (0, 0, 100, 100))
    return images.encoded(image)


class CreditMachine(RuleBasedStateMachine):
    """Pictures of one story and what their records should say, in the plainest form: a dict."""

    @initialize()
    def begin(self) -> None:
        self.scratch = TemporaryDirectory(prefix="newsroom-")
        self.folder = Path(self.scratch.name)
        self.rooms = Rooms(self.folder)
        self.desk = self.rooms.begin(house=a_house(credit_forms=FORMS, wordings={}))
        self.records: dict[PictureId, list[CreditRecord]] = {}
        for shade in (0, 90):
            added = illustrating.add_picture_bytes(self.desk, picture(shade), f"{shade}.jpg")
            self.records[added.picture.id] = [added.picture.record]
        one, two = self.names = sorted(self.records)
        # One picture stands there twice, with an alt text of its own each time.
        figures = (Figure(one, "Ice", "Ice"), Figure(two, "A bridge", ""), Figure(one, "Мұз", ""))
        body = wording.write_body(Document(figures[1:]))
        self.article = drafting.new_article(self.desk).article
        drafting.save_draft(self.desk, self.article, a_content(lead=figures[0], body=body))

    def teardown(self) -> None:
        if hasattr(self, "rooms"):
            self.rooms.close()
            self.scratch.cleanup()

    def enter(self, name: PictureId, record: CreditRecord) -> None:
        if record != self.records[name][-1]:
            self.records[name].append(record)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.names))
        fields = data.draw(self.changes())
        crediting.edit_records(self.desk, [name], fields)
        self.enter(name, replace(self.records[name][-1], **fields))

    @rule(data=st.data())
    def edit_all(self, data: st.DataObject) -> None:
        fields = data.draw(self.changes())
        crediting.edit_records(self.desk, self.names, fields)
        for name in self.names:
            self.enter(name, replace(self.records[name][-1], **fields))

    def changes(self) -> st.SearchStrategy[dict[str, Any]]:
        often = st.sampled_from(["credit", "creator", "copyright", "licensor", "source_type"])
        names = st.lists(often | st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True)
        return names.flatmap(
            lambda chosen: st.fixed_dictionaries(
                {name: field_values(name, TEXTS.map(tidy)) for name in chosen}
            )
        )

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.names))
        with suppress(Refused):
            crediting.undo(self.desk, name)
            self.enter(name, self.records[name][-2])

    @rule(data=st.data())
    def put_back(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.names))
        former = data.draw(st.sampled_from(crediting.history(self.desk, name)))
        crediting.put_back(self.desk, name, former.entry)
        self.enter(name, former.version.picture.record)

    @rule(data=st.data(), x=st.integers(0, WHOLE), y=st.integers(0, WHOLE))
    def cut(self, data: st.DataObject, x: int, y: int) -> None:
        name, shape = data.draw(st.sampled_from(self.names)), data.draw(st.sampled_from(Shape))
        crop = Crop(shape, min(x, 5_000), min(y, 5_000), 5_000, 5_000)
        framing = browsing.picture(self.desk, name).framing
        changed = data.draw(
            st.sampled_from([focused(framing, x, y), cropped(framing, crop), UNFRAMED])
        )
        illustrating.frame(self.desk, name, changed)
        assert browsing.picture(self.desk, name).framing == changed

    @rule(data=st.data())
    def replace_everywhere(self, data: st.DataObject) -> None:
        old, new = data.draw(st.permutations(self.names))
        using.replace_everywhere(self.desk, old, new)
        assert using.places_used(self.desk, old) == ()

    @rule()
    def take_over(self) -> None:
        one, two = self.names
        crediting.take_over(self.desk, one, two)
        self.enter(one, self.records[two][-1])

    @rule()
    def add_again(self) -> None:
        for shade in (0, 90):
            illustrating.add_picture_bytes(self.desk, picture(shade), "again.jpg")

    @rule()
    def rebuild(self) -> None:
        keeping.rebuild(self.desk)

    @rule()
    def reopen(self) -> None:
        self.rooms.close()
        self.rooms.made.clear()
        self.desk = self.rooms.reopen()

    @precondition(lambda self: hasattr(self, "desk"))
    @rule()
    def export(self) -> None:
        out = self.folder / "site"
        done = publishing.export(self.desk, [self.article], out, draft=True)
        assert publishing.verify(out) == ()
        found = agreements(self.desk, [self.article], out)
        assert all(one.places.all for one in found), found
        self.require_credits(done.pages[0], out)

    def require_credits(self, page: Path, out: Path) -> None:
        """Find again, by hand, what each record says: in the page, its data and every file."""
        seen = read_page(page.read_text("utf-8"))
        story = browsing.story(self.desk, self.article)
        house = browsing.house(self.desk)
        assert len(seen.figures) == len(story.figures) == 3
        for figure, shown in zip(story.figures, seen.figures, strict=True):
            record = self.records[figure.picture][-1]
            assert same_in_print(shown.credit, credit_line(record, house, "en"))
            data = [
                image
                for url, image in seen.images.items()
                if url.split("/")[-1] in {link.split("/")[-1] for link in shown.files}
            ]
            assert [same_in_print(str(one.get("creditText", "")), record.credit) for one in data]
            for link in shown.files:
                inside = look_inside((page.parent / link).resolve().read_bytes()).record
                said = exported(record, figure.alt)
                for name in ("credit", "copyright", "usage_terms", "web_statement", "alt"):
                    assert same_in_print(getattr(inside, name), getattr(said, name))
                assert inside.creator == tuple(filter(None, map(tidy, said.creator)))
                assert inside.source_type == said.source_type
        assert out in page.parents

    @invariant()
    def the_library_says_what_was_entered(self) -> None:
        for name, records in getattr(self, "records", {}).items():
            assert browsing.picture(self.desk, name).record == records[-1]
            entries = browsing.picture_history(self.desk, name)
            said = [record for record, _ in groupby(one.picture.record for one in entries)]
            assert said == records


def test_faults_never_stop_an_export() -> None:
    """Tell that the machine's records include those that a form would warn about."""
    assert faults_of(CreditRecord(created="soon"))


TestCredits = CreditMachine.TestCase
TestCredits.settings = settings(
    max_examples=max(1, STEPS // WALK),
    stateful_step_count=WALK,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# A step that exports encodes copies; a machine that is busy with other things takes seconds for it.
TestCredits.pytestmark = [pytest.mark.timeout(120 + 3 * STEPS)]
