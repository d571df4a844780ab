"""Verifying a folder: whatever was changed after the export is named."""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsroom.domain.canonical import sha256_of
from newsroom.domain.errors import Conflict, NotFound
from newsroom.domain.ids import ArticleId
from newsroom.domain.picture import AiUse, Licensor, Location
from newsroom.domain.vocabularies import DataMining, SourceType
from newsroom.export.folder import write_site
from newsroom.export.page import Page
from newsroom.export.verify import reopen
from newsroom.pictures.embedding import exported, write_packet
from newsroom.pictures.renditions import make, plan, plan_cards
from tests.unit.export.samples import LEAD, ORIGINALS, night_buses, original, page_of

LEAD_ALT = next(one for one in night_buses().figures if one.picture == LEAD.id).alt
CREDIT = "Regional Transport Office"
ALT = night_buses().figures[0].alt


@pytest.fixture
def page() -> Page:
    return page_of(night_buses(tags=(), sources=()))


@pytest.fixture
def site(tmp_path: Path, page: Page, encoded: Path) -> Path:
    write_site([page], tmp_path / "site", original, encoded)
    return tmp_path / "site"


def _rules(site: Path) -> set[str]:
    return {finding.rule for finding in reopen(site).findings}


def _edit(site: Path, page: Page, change: Callable[[str], str]) -> None:
    """Change a page and its record, as somebody who wants to hide the change would."""
    file = site / page.path
    changed = change(file.read_text("utf-8"))
    assert changed != file.read_text("utf-8")
    file.write_text(changed, "utf-8")
    manifest = json.loads((site / "newsroom-manifest.json").read_text("utf-8"))
    manifest[str(page.path)]["sha256"] = sha256_of(changed.encode())
    (site / "newsroom-manifest.json").write_text(json.dumps(manifest), "utf-8")


def test_an_untouched_folder_has_no_findings(site: Path) -> None:
    assert reopen(site).findings == ()


def test_files_of_a_picture_that_was_replaced_are_named_as_left_over(
    site: Path, page: Page, encoded: Path
) -> None:
    assert reopen(site).left_over == ()
    shown = {path.name for path in (site / "assets" / "pictures").iterdir()}
    story = night_buses(tags=(), sources=())
    other = page_of(replace(story, content=replace(story.content, lead=None)))
    write_site([other], site, original, encoded)
    left = reopen(site).left_over
    assert left
    assert {path.name for path in left} < shown
    assert not [path for path in left if path.name in other.html.decode()]
    assert reopen(site).findings == ()
    (site / left[0]).unlink()
    assert reopen(site).left_over == left[1:]


def test_one_walk_finds_what_differs_and_what_is_left_over(site: Path, page: Page) -> None:
    opened: list[str] = []
    watching = True

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event == "open" and str(arguments[0]).endswith("index.html"):
            opened.append(str(arguments[0]))

    sys.addaudithook(hear)
    seen = reopen(site)
    watching = False
    assert (seen.findings, seen.left_over) == ((), ())
    assert opened == [str(site.resolve() / page.path)]


def test_a_missing_file_is_named(site: Path, page: Page) -> None:
    (site / page.path).unlink()
    (finding,) = reopen(site).findings
    assert (finding.rule, finding.where) == ("file-missing", str(page.path))


def test_a_missing_picture_is_named_by_its_page_too(site: Path) -> None:
    picture = site / "assets" / "pictures" / plan(LEAD, ALT)[0].name
    picture.unlink()
    findings = reopen(site).findings
    assert {finding.rule for finding in findings} == {
        "file-missing",
        "link-broken",
        "credit-differs",
    }
    assert any(picture.name in finding.message for finding in findings)


def test_a_card_that_says_another_credit_is_named(site: Path, page: Page) -> None:
    card = plan_cards(LEAD, ALT)[1]
    file = site / "assets" / "pictures" / card.name
    file.write_bytes(make(card, ORIGINALS[LEAD.id], replace(LEAD.record, credit="Somebody")))
    findings = [one for one in reopen(site).findings if one.rule == "credit-differs"]
    (finding,) = findings
    assert finding.where == str(page.path)
    assert card.name in finding.message
    assert "'Somebody'" in finding.message
    file.unlink()
    assert _rules(site) == {"file-missing", "credit-differs"}


def test_a_changed_file_is_named(site: Path, page: Page) -> None:
    file = site / page.path
    file.write_bytes(file.read_bytes() + b"<!-- a word more -->")
    (finding,) = reopen(site).findings
    assert (finding.rule, finding.where) == ("file-changed", str(page.path))


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/webp", "image/avif"])
def test_a_caption_that_came_into_a_picture_afterwards_is_named_in_words(
    site: Path, media_type: str
) -> None:
    rendition = next(one for one in plan(LEAD, LEAD_ALT) if one.media_type == media_type)
    file = site / "assets" / "pictures" / rendition.name
    said = replace(exported(LEAD.record, LEAD_ALT), caption="Ice on the river", keywords=("ice",))
    with Image.open(BytesIO(file.read_bytes())) as picture:
        picture.save(file, xmp=write_packet(said))
    (finding,) = [one for one in reopen(site).findings if one.rule == "file-changed"]
    assert finding.message == (
        f"{finding.where} is not the file that was written. It says what no export writes: "
        "caption (dc:description) 'Ice on the river'; keywords (dc:subject) 'ice'."
    )


def test_a_picture_that_is_none_any_more_is_called_so(site: Path) -> None:
    name = plan(LEAD, LEAD_ALT)[0].name
    (site / "assets" / "pictures" / name).write_bytes(b"gone")
    (finding,) = [one for one in reopen(site).findings if one.rule == "file-changed"]
    assert finding.message.endswith("It cannot be read as a picture any more.")


def test_a_font_that_the_stylesheet_misses_is_named(site: Path) -> None:
    next((site / "assets" / "fonts").iterdir()).unlink()
    assert _rules(site) == {"file-missing", "link-broken"}


def test_a_credit_changed_under_the_picture_is_found(site: Path, page: Page) -> None:
    _edit(site, page, lambda html: html.replace(f"Credit: {CREDIT}<", "Credit: Nobody<"))
    findings = reopen(site).findings
    assert {finding.rule for finding in findings} == {"credit-differs"}
    assert any("creditText" in finding.message for finding in findings)
    assert any("photoshop:Credit" in finding.message for finding in findings)


def test_a_credit_shortened_everywhere_on_the_page_differs_from_the_files(
    site: Path, page: Page
) -> None:
    _edit(site, page, lambda html: html.replace(CREDIT, "Transport Office"))
    assert _rules(site) == {"credit-differs"}


def test_a_credit_taken_off_the_page_is_found(site: Path, page: Page) -> None:
    _edit(
        site, page, lambda html: html.replace(f'<span class="credit">Credit: {CREDIT}</span>', "")
    )
    assert _rules(site) == {"credit-differs"}


def test_a_credit_changed_in_the_data_is_found(site: Path, page: Page) -> None:
    _edit(
        site,
        page,
        lambda html: html.replace(f'"creditText": "{CREDIT}"', '"creditText": "Nobody"'),
    )
    assert _rules(site) == {"credit-differs"}


def test_a_picture_that_the_data_forgets_is_found(site: Path, page: Page) -> None:
    _edit(site, page, lambda html: html.replace('"image":', '"images":'))
    assert _rules(site) == {"credit-differs"}


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/webp", "image/avif"])
def test_a_credit_changed_inside_one_file_is_found(site: Path, page: Page, media_type: str) -> None:
    rendition = next(one for one in plan(LEAD, LEAD_ALT) if one.media_type == media_type)
    other = replace(LEAD.record, credit="Nobody")
    file = site / "assets" / "pictures" / rendition.name
    file.write_bytes(make(rendition, ORIGINALS[LEAD.id], other))
    findings = [finding for finding in reopen(site).findings if finding.rule == "credit-differs"]
    assert len(findings) == 1
    assert rendition.name in findings[0].message
    assert findings[0].where == str(page.path)


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("creator", ("Nobody",), "dc:creator"),
        ("copyright", "© Nobody", "dc:rights"),
        ("web_statement", "https://elsewhere.example/", "xmpRights:WebStatement"),
        ("licensor", (Licensor(url="https://elsewhere.example/"),), "plus:LicensorURL"),
        ("source_type", SourceType.AI, "Iptc4xmpExt:DigitalSourceType"),
        ("copyright_owner", ("Nobody",), "plus:CopyrightOwner"),
        ("usage_terms", "None", "xmpRights:UsageTerms"),
        ("shown", (Location(city="Nowhere"),), "Iptc4xmpExt:LocationShown"),
        ("created", "1999-01-01", "photoshop:DateCreated"),
        ("copyright", "", "dc:rights"),
    ],
)
@pytest.mark.parametrize("media_type", ["image/jpeg", "image/webp", "image/avif"])
def test_a_field_changed_inside_one_file_is_named_with_the_file(
    site: Path, media_type: str, field: str, value: object, named: str
) -> None:
    rendition = next(one for one in plan(LEAD, LEAD_ALT) if one.media_type == media_type)
    changes: dict[str, Any] = {field: value}
    other = replace(LEAD.record, **changes)
    file = site / "assets" / "pictures" / rendition.name
    file.write_bytes(make(rendition, ORIGINALS[LEAD.id], other))
    (finding,) = [finding for finding in reopen(site).findings if finding.rule == "credit-differs"]
    assert rendition.name in finding.message
    assert f"({named})" in finding.message


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("source", "Nobody", "photoshop:Source"),
        ("licensor", (Licensor("Nobody"),), "plus:Licensor"),
        ("data_mining", DataMining.ALLOWED, "plus:DataMining"),
        ("constraints", "None", "plus:OtherConstraints"),
        ("ai", AiUse("Nothing"), "Iptc4xmpExt:AISystemUsed"),
    ],
)
@pytest.mark.parametrize("card", [False, True])
def test_what_only_files_say_is_compared_among_them(
    site: Path, field: str, value: object, named: str, card: bool
) -> None:
    rendition = (plan_cards(LEAD, LEAD_ALT) if card else plan(LEAD, LEAD_ALT))[1]
    changes: dict[str, Any] = {field: value}
    file = site / "assets" / "pictures" / rendition.name
    file.write_bytes(make(rendition, ORIGINALS[LEAD.id], replace(LEAD.record, **changes)))
    (finding,) = [one for one in reopen(site).findings if one.rule == "credit-differs"]
    assert rendition.name in finding.message
    assert f"({named})" in finding.message


def test_a_card_that_lost_its_alt_text_or_its_iim_is_named(site: Path) -> None:
    card = plan_cards(LEAD, LEAD_ALT)[0]
    file = site / "assets" / "pictures" / card.name
    whole = file.read_bytes()
    mute = make(replace(card, alt=""), ORIGINALS[LEAD.id], LEAD.record)
    for changed, named in (
        (mute, "Iptc4xmpCore:AltTextAccessibility"),
        (whole.replace(b"Photoshop 3.0", b"Photoshap 3.0"), "IIM Credit"),
    ):
        assert changed != whole
        file.write_bytes(changed)
        found = [one.message for one in reopen(site).findings if one.rule == "credit-differs"]
        assert any(card.name in one and named in one for one in found)


def test_an_alt_text_changed_inside_one_file_is_found(site: Path) -> None:
    rendition = plan(LEAD, LEAD_ALT)[0]
    file = site / "assets" / "pictures" / rendition.name
    file.write_bytes(make(replace(rendition, alt="Other"), ORIGINALS[LEAD.id], LEAD.record))
    (finding,) = [finding for finding in reopen(site).findings if finding.rule == "credit-differs"]
    assert "Iptc4xmpCore:AltTextAccessibility" in finding.message


def test_an_iim_that_ends_before_its_length_is_found(site: Path) -> None:
    file = site / "assets" / "pictures" / plan(LEAD, LEAD_ALT)[-1].name
    whole = file.read_bytes()
    start = whole.index(b"\xff\xed")
    (length,) = struct.unpack_from(">H", whole, start + 2)
    stump = whole[start + 4 : start + 4 + 24]
    cut = b"\xff\xed" + struct.pack(">H", len(stump) + 2) + stump
    file.write_bytes(whole[:start] + cut + whole[start + 2 + length :])
    assert any("IIM Credit" in one.message for one in reopen(site).findings)


def test_an_iim_that_is_gone_or_changed_is_found(site: Path) -> None:
    rendition = plan(LEAD, LEAD_ALT)[-1]
    file = site / "assets" / "pictures" / rendition.name
    whole = file.read_bytes()
    for changed in (
        whole.replace(b"Photoshop 3.0", b"Photoshap 3.0"),
        whole.replace(b"\x1c\x02\x6e\x00\x19Regional", b"\x1c\x02\x6e\x00\x19Regianal"),
    ):
        assert changed != whole
        file.write_bytes(changed)
        found = [finding for finding in reopen(site).findings if finding.rule == "credit-differs"]
        assert any("IIM Credit" in finding.message for finding in found)
        assert all(rendition.name in finding.message for finding in found)


@pytest.mark.parametrize("at", [0, 1, -1])
def test_an_exif_that_is_gone_or_changed_is_found(site: Path, at: int) -> None:
    rendition = plan(LEAD, LEAD_ALT)[at]
    file = site / "assets" / "pictures" / rendition.name
    whole = file.read_bytes()
    artist = "; ".join(LEAD.record.creator).encode() + b"\0"
    assert whole.count(artist) == 1
    file.write_bytes(whole.replace(artist, artist[:-2] + b"?\0"))
    found = [finding for finding in reopen(site).findings if finding.rule == "credit-differs"]
    assert [rendition.name in one.message and "Exif Artist" in one.message for one in found] == [
        True
    ]


def test_a_folder_of_an_earlier_version_is_held_to_what_that_version_wrote(
    site: Path, page: Page
) -> None:
    file = site / "newsroom-manifest.json"
    manifest = json.loads(file.read_text("utf-8"))
    record = manifest[str(page.path)]
    record["credit_prefix"] = "Credit: "
    del record["credit_forms"], record["exif"]
    file.write_text(json.dumps(manifest), "utf-8")
    rendition = plan(LEAD, LEAD_ALT)[0]
    picture = site / "assets" / "pictures" / rendition.name
    older = replace(LEAD.record, copyright="")
    picture.write_bytes(make(replace(rendition, alt=""), ORIGINALS[LEAD.id], older))
    assert _rules(site) == {"file-changed"}
    picture.write_bytes(make(rendition, ORIGINALS[LEAD.id], replace(older, credit="Nobody")))
    assert _rules(site) == {"file-changed", "credit-differs"}


def test_files_of_before_exif_are_whole_without_it(site: Path, page: Page) -> None:
    file = site / "newsroom-manifest.json"
    manifest = json.loads(file.read_text("utf-8"))
    rendition = plan(LEAD, LEAD_ALT)[-1]
    picture = site / "assets" / "pictures" / rendition.name
    whole = picture.read_bytes()
    picture.write_bytes(whole.replace(b"Exif\0\0", b"None\0\0"))
    assert _rules(site) == {"file-changed", "credit-differs"}
    del manifest[str(page.path)]["exif"]
    file.write_text(json.dumps(manifest), "utf-8")
    assert _rules(site) == {"file-changed"}


def test_data_that_cannot_be_read_is_found(site: Path, page: Page) -> None:
    _edit(site, page, lambda html: html.replace('{"@context"', '{"@context'))
    assert "data-broken" in _rules(site)


def test_links_into_nothing_are_found(site: Path, page: Page) -> None:
    _edit(
        site,
        page,
        lambda html: html.replace("<p>", '<p><a href="#nowhere">a</a><a href="gone.html">b</a>', 1),
    )
    messages = [
        finding.message for finding in reopen(site).findings if finding.rule == "link-broken"
    ]
    assert any("#nowhere" in message for message in messages)
    assert any("gone.html" in message for message in messages)


@pytest.mark.parametrize("kind", ["asset", "page", "picture"])
def test_a_manifest_that_points_out_of_the_folder_reads_nothing_there(
    site: Path, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "secret").write_text("secret", "utf-8")
    record = {"sha256": "0" * 64, "size": 6, "kind": kind}
    manifest = {"../secret": record, "/etc/hostname": record}
    (site / "newsroom-manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert _rules(site) == {"path-outside"}
    assert reopen(site).left_over == ()


def test_a_folder_without_an_export_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Nothing was exported"):
        reopen(tmp_path)
    with pytest.raises(NotFound):
        reopen(tmp_path / "nowhere")


def test_a_damaged_manifest_is_said_to_be_one(site: Path) -> None:
    (site / "newsroom-manifest.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(Conflict, match="damaged"):
        reopen(site)


@pytest.mark.parametrize(
    "credit",
    [
        "Aliya <b>Omar</b> & Sons",
        'Saule "Sam" Nur',
        "Әлия Омар / Қазақстан",
        "Credit: Credit: Office",
        "  spaced   out ",
        "line\nbreak",
        "control\x07character\ufffe",
        "Café cafe\u0301",
    ],
)
def test_every_credit_agrees_with_itself(tmp_path: Path, credit: str) -> None:
    picture = replace(LEAD, record=replace(LEAD.record, credit=credit))
    story = replace(night_buses(), id=ArticleId("1" * 20))
    page = page_of(replace(story, pictures={**story.pictures, LEAD.id: picture}))
    write_site(
        [page],
        tmp_path / "site",
        lambda name: (ORIGINALS[name], picture.record) if name == LEAD.id else original(name),
        tmp_path / "cache",
    )
    assert reopen(tmp_path / "site").findings == ()
