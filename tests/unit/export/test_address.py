"""Where a page lies."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsroom.domain.errors import Refused
from newsroom.export.address import page_path, root_of, section_url
from tests.unit.export.samples import ARTICLE, MOMENT, ferry_post, night_buses


def test_a_page_lies_under_section_date_and_slug() -> None:
    path = page_path(night_buses(slug="night-buses"), ferry_post(), MOMENT)
    assert str(path) == "news/2023/05/02/night-buses/index.html"
    assert root_of(path) == "../../../../../"


def test_the_date_is_the_house_s_own() -> None:
    late = datetime(2023, 5, 2, 19, 30, tzinfo=UTC)
    assert "2023/05/03" in str(page_path(night_buses(), ferry_post(), late))
    assert "2023/05/02" in str(page_path(night_buses(), ferry_post(time_zone="UTC"), late))


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Six towns: one timetable!", "six-towns-one-timetable"),
        ("Қар суы жолды жапты", "qar-suy-zholdy-zhapty"),
        ("Щёлково и подъезд", "shchyolkovo-i-podezd"),
        ("东方", ARTICLE),
        ("", ARTICLE),
    ],
)
def test_without_a_slug_the_headline_or_the_id_names_the_page(headline: str, slug: str) -> None:
    path = page_path(night_buses(headline=headline), ferry_post(), MOMENT)
    assert path.parent.name == slug


def test_without_a_section_the_address_begins_with_the_year() -> None:
    path = page_path(night_buses(section="", slug="x"), ferry_post(), MOMENT)
    assert str(path) == "2023/05/02/x/index.html"


@pytest.mark.parametrize("name", ["../../etc", "a/b", "..", "A", "a b", "/etc", "a\\b", "é"])
def test_what_cannot_be_part_of_an_address_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        page_path(night_buses(slug=name), ferry_post(), MOMENT)
    with pytest.raises(Refused):
        page_path(night_buses(section=name), ferry_post(), MOMENT)


def test_a_house_below_a_path_keeps_it() -> None:
    house = ferry_post(url="https://example.org/post/")
    assert section_url(house, "news") == "https://example.org/post/news/"
