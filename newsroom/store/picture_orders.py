"""The orders of a list of pictures: what they sort by, and the columns that hold it ready.

An index is walked in one direction, so all that an order sorts by must run the same way: the newest
to the oldest, and what says nothing last. What runs the other way is kept with every digit turned
(0 for 9, 1 for 8), which turns the order of dates and leaves the empty text the smallest.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sqlalchemy.orm import InstrumentedAttribute

from newsroom.domain.picture import CreditRecord
from newsroom.domain.record_faults import fault_of_day
from newsroom.domain.summary import PictureSort
from newsroom.store.models import PictureRow

_TURNED = str.maketrans("0123456789", "9876543210")
_PART_OF_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)

FIRST_BY: dict[PictureSort, InstrumentedAttribute[str]] = {
    PictureSort.ENDS: PictureRow.urgency,
    PictureSort.TAKEN: PictureRow.taken,
    PictureSort.FIRST_TAKEN: PictureRow.aged,
}
"""The column by which an order goes first, the largest at the front; others go by arrival."""


_UNREADABLE = "0000-00-00"
"""Stands before every day, so that the pictures whose rights end on no day are listed first."""


def last_day(record: CreditRecord) -> str:
    """Give the last day of a picture's rights; one that nobody can read may be past already."""
    ends = record.rights.ends
    return _UNREADABLE if fault_of_day(ends) else ends


def columns(record: CreditRecord) -> dict[str, str]:
    """Give what the orders go by, from a picture's record."""
    taken = taken_at(record.created)
    return {
        "urgency": last_day(record).translate(_TURNED),
        "taken": taken,
        "aged": taken.translate(_TURNED),
    }


def taken_at(created: str) -> str:
    """Give a date, a part of one or a moment so that it sorts as text; empty for what is none.

    A moment with an offset is told in UTC; one without, as most cameras write it, stands as it is.
    """
    if _PART_OF_DATE.fullmatch(created):
        return created
    try:
        moment = datetime.fromisoformat(created)
        told = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    return told.strftime("%Y-%m-%dT%H:%M:%S").zfill(19)
