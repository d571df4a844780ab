"""Tooltips: words as words, whoever wrote them."""

from __future__ import annotations


def plain_tip(words: str) -> str:
    """Give anybody's words for a tooltip, which takes what looks like HTML for HTML."""
    from html import escape  # Its table of entities would be read at every start.

    return f"<span>{escape(words)}</span>".replace("\n", "<br>") if words else ""
