"""Lines of fixed form, each made in this one place: dateline, date and credit line."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsroom.domain.credit_forms import filled
from newsroom.domain.house import House
from newsroom.domain.picture import CreditRecord
from newsroom.domain.times import zone

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "kk": "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
}
_NAMED = re.compile(r"%([BbAa])")


def date_line(moment: datetime, house: House, language: str) -> str:
    """Write a moment in the house's form and zone, month and day names in the story's language.

    The names come from here and not from the system's locale, so that every laptop writes the same.
    """
    spoken = house.in_language(language)
    local = moment.astimezone(zone(house.time_zone))
    pattern = _NAMED.sub(lambda found: _name(found[1], local, language), spoken.date_format)
    return local.strftime(pattern)


def day_in_words(day: date, today: date | None = None) -> str:
    """Write a day as the window and its findings name days: “1 May 2026”, on every laptop alike.

    The year is left out where it is that of `today`. Python's own names of months are the system's.
    """
    year = "" if today and day.year == today.year else f" {day.year}"
    return f"{day.day} {_name('B', day, 'en')}{year}"


def day_in_short(day: date, today: date) -> str:
    """Write a day in as few letters as a row has room for: “1 May”, “30 Apr 2025”."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_name('b', day, 'en')}{year}"


def weekday_in_short(day: date) -> str:
    """Write the day of the week: “Mon”."""
    return _name("a", day, "en")


def iso_in_words(text: str, *, timed: bool = True) -> str:
    """Write an ISO 8601 day, or moment, with its day in words; what is neither stays as it is."""
    day, _, time = text.partition("T")
    try:
        said = day_in_words(date.fromisoformat(day))
    except ValueError:
        return text
    return f"{said}, {time}" if time and timed else said


def _name(code: str, moment: date, language: str) -> str:
    months = _MONTHS.get(language, _MONTHS["en"]).split()
    weekdays = _WEEKDAYS.get(language, _WEEKDAYS["en"]).split()
    match code:
        case "B":
            return months[moment.month - 1]
        case "b":
            return months[moment.month - 1][:3]
        case "A":
            return weekdays[moment.weekday()]
        case _:
            return weekdays[moment.weekday()][:3]


def dateline(place: str, moment: datetime | None, house: House, language: str) -> str:
    """Write place and date in the house's form; a part that is missing takes no separator."""
    date = date_line(moment, house, language) if moment else ""
    if place and date:
        form = house.in_language(language).dateline
        return form.replace("{place}", place).replace("{date}", date)
    return place or date


def credit_line(record: CreditRecord, house: House, language: str) -> str:
    """Write a picture's credit in the house's form; empty where the picture has none."""
    return filled(house.in_language(language).every_credit_form, record)
