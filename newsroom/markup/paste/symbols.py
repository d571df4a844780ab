"""Letters that a font of signs shows as something else: Word spells arrows and faces so."""

from __future__ import annotations

from newsroom.markup.paste.node import Node

_WINGDINGS = dict(
    zip(
        "JKLàßáâèüûýþ¨oqnlm§vØðïñòó\uf04a\uf04b\uf04c\uf0e0\uf0df\uf0fc\uf0fb\uf0fe\uf0a8",
        "☺😐☹→←↑↓➔✓✗☒☑☐□❑■●○▪❖➢⇨⇦⇧⇩⇔☺😐☹→←✓✗☑☐",
        strict=True,
    )
)
_SYMBOL = dict(
    zip(
        "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYWÞ®¬\uf0ae\uf0b7\uf0b0\uf0b1\uf0b4",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ⇒→←→•°±×",
        strict=True,
    )
)
_FONTS = {"wingdings": str.maketrans(_WINGDINGS), "symbol": str.maketrans(_SYMBOL)}


def symbol_font(node: Node, outer: str) -> str:
    """Give the font of signs that an element is set in, empty for a font of letters.

    `outer` is that of the element around it.
    """
    said = node.style.get("mso-symbol-font-family") or node.style.get("font-family")
    said = said or node.attributes.get("face", "").lower()
    if not said:
        return outer
    first = said.split(",")[0].strip("\"' ")
    return first if first in _FONTS else ""


def shown(text: str, font: str) -> str:
    """Give what is seen of a text in a font of signs."""
    return text.translate(_FONTS[font])
