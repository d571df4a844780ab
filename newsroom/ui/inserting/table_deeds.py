"""What can be done to a table in the text: the name of each deed, its words and its icon."""

from __future__ import annotations

TABLE_DEEDS = (
    ("row-above", "Add a row above", "mdi6.table-row-plus-before"),
    ("row-below", "Add a row below", "mdi6.table-row-plus-after"),
    ("column-before", "Add a column before", "mdi6.table-column-plus-before"),
    ("column-after", "Add a column after", "mdi6.table-column-plus-after"),
    ("align-left", "Align column left", "mdi6.format-align-left"),
    ("align-center", "Align column in the middle", "mdi6.format-align-center"),
    ("align-right", "Align column right", "mdi6.format-align-right"),
    ("align-none", "Align column as usual", "mdi6.format-align-justify"),
    ("remove-row", "Remove row", "mdi6.table-row-remove"),
    ("remove-column", "Remove column", "mdi6.table-column-remove"),
    ("remove-table", "Remove table", "mdi6.table-remove"),
)
