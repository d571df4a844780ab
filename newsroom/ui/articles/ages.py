"""How long ago something moved, in as few letters as a row has room for."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsroom.domain.lines import day_in_short, weekday_in_short

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def age(moment: datetime, now: datetime) -> str:
    """Say "now", "12 min", "3 h", a weekday within the week, a day within the year, or a date."""
    passed = now - moment
    local, today = moment.astimezone(), now.astimezone()
    if passed < _MINUTE:
        return "now"
    if passed < _HOUR:
        return f"{passed // _MINUTE} min"
    if local.date() == today.date() or passed < 12 * _HOUR:
        return f"{passed // _HOUR} h"
    if passed < timedelta(days=6):
        return weekday_in_short(local)
    return day_in_short(local, today)
