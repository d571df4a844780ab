"""Lists of Word whose own styles were lost on the way, as in a letter that Gmail shows.

What is left is the number or bullet as words, and behind it hard spaces in a font of seven points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from newsroom.markup.paste.node import Node

_FONT = re.compile(r"(?:\w+ )*7(?:\.0)?pt .*times new roman.*")
_SIGN_LENGTH = 12
_PREFIX = re.compile(r"\b(?:gmail-)?m_-?\d+(?=Mso)")
"""What Gmail puts before the names of classes."""
_LENGTH = re.compile(r"(\d*\.?\d+)(pt|in|cm|mm|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_STEP = 36.0
"""How much further right the next level stands, in points."""
_DEEPEST = 9
_MOST_BEFORE = 16
"""Elements of a paragraph before its sign; where there are more, it is no sign."""


def plain_class(said: str) -> str:
    """Give the names of classes as Word wrote them."""
    return _PREFIX.sub("", said) if "m_" in said else said


def is_filler(node: Node) -> bool:
    """Whether an element is the room behind the number or bullet of an item."""
    return "font" in node.style and node.tag == "span" and bool(_FONT.fullmatch(node.style["font"]))


def mark_sign(around: Sequence[Node]) -> None:
    """Mark the sign before a filler, and its paragraph, as Word does where nothing is lost.

    `around` are the elements that the filler stands in, the innermost last.
    """
    line = next((node for node in reversed(around) if node.tag == "p"), None)
    holder = around[-1]
    if line is None or not holder.children or "mso-list" in (line.style | holder.style):
        return
    if sum(1 for _node in islice(line.every_node(), _MOST_BEFORE)) == _MOST_BEFORE:
        return
    sign = holder.children[-1]
    if not isinstance(sign, str) or not 0 < len(sign.strip()) <= _SIGN_LENGTH:
        return
    if line.all_text().strip() == sign.strip():
        holder.children[-1] = Node("span", {}, [sign], {"mso-list": "ignore"})
        line.style["mso-list"] = f"l0 level{_level(line)} lfo1"


def _level(line: Node) -> int:
    said = line.style.get("margin-left") or line.style.get("margin", "").split(" ")[-1]
    found = _LENGTH.fullmatch(said)
    points = float(found[1]) * _POINTS[found[2]] if found else _STEP
    return min(max(round(points / _STEP), 1), _DEEPEST)
