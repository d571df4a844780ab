"""What of foreign HTML no reader sees, though it stands in the text."""

from __future__ import annotations

import re

from newsroom.markup.paste.node import Node

_CLASSES = frozenset(
    {
        *("sr-only", "screen-reader-text", "screen-reader-only", "visually-hidden"),
        *("visuallyhidden", "visually-hidden-text", "a11y-hidden", "cdk-visually-hidden"),
        *("katex-mathml", "MJX_Assistive_MathML"),
    }
)
"""Names by which sites everywhere call words for screen readers alone."""
_SHOWN_TO_NOBODY = re.compile(r"mwe-math\S*")
"""Wikipedia shows a drawing of each formula, and hides the formula: its words are wanted."""
_ERASED = frozenset({"msoDel", "TrackChangeTextDeletion"})
_CUT = re.compile(r"rect\(\s*[01](?:px)?\b.*|inset\(\s*(?:50|100)%.*|circle\(0\b.*")
_LIFTED = frozenset({"absolute", "fixed"})


def is_hidden(node: Node) -> bool:
    """Whether an element, with all that is in it, is not seen."""
    style = node.style
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or "hidden" in node.attributes
        or (node.tag == "input" and node.attributes.get("type", "").lower() == "hidden")
        or ("class" in node.attributes and not _CLASSES.isdisjoint(node.classes))
        or ("position" in style and _is_cut_off(node))
    )


def is_erased(node: Node) -> bool:
    """Whether Word, on the desk or in a browser, holds words that its writer took out again."""
    if node.tag == "span":
        return "class" in node.attributes and not _ERASED.isdisjoint(node.classes)
    return node.tag == "del" and node.attributes.get("cite", "").startswith("mailto:")


def _is_cut_off(node: Node) -> bool:
    """Whether all of an element is clipped away, as sites do with words for screen readers."""
    style = node.style
    if style.get("position") not in _LIFTED:
        return False
    cut = any(_CUT.fullmatch(style.get(name, "")) for name in ("clip", "clip-path"))
    return cut and not any(_SHOWN_TO_NOBODY.fullmatch(name) for name in node.classes)
