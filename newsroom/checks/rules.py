"""The table of rules, and the one function that runs it."""

from __future__ import annotations

from newsroom.checks import body, fields, figures, text
from newsroom.checks.rule import Rule
from newsroom.domain.article import Story
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.house import House

RULES = (
    Rule("headline-missing", fields.headline_missing, "Headline missing"),
    Rule("headline-long", fields.headline_long, "Headline long"),
    Rule("slug-unusable", fields.slug_unusable, "Address unusable"),
    Rule("standfirst-missing", fields.standfirst_missing, "Standfirst missing"),
    Rule("section-missing", fields.section_missing, "Section missing"),
    Rule("section-unknown", fields.section_unknown, "Section not of the house"),
    Rule("place-missing", fields.place_missing, "Place missing"),
    Rule("byline-missing", fields.byline_missing, "Byline missing"),
    Rule("body-empty", body.body_empty, "Body empty"),
    Rule("picture-missing", figures.picture_missing, "Picture not in the library"),
    Rule("credit-missing", figures.credit_missing, "Credit missing"),
    Rule("alt-missing", figures.alt_missing, "Alt text missing"),
    Rule("alt-equals-caption", figures.alt_equals_caption, "Alt text repeats the caption"),
    Rule("alt-holds-credit", figures.alt_holds_credit, "Alt text holds the credit"),
    Rule("link-broken", body.link_broken, "Broken link"),
    Rule("footnote-missing", body.footnote_missing, "Footnote without its note"),
    Rule("footnote-unused", body.footnote_unused, "Note without its mark"),
    Rule("heading-skips", body.heading_skips, "Heading of a level too deep"),
    Rule("opaque-block", body.opaque_block, "Source that cannot be read"),
    Rule("spacing", text.spacing, "Spacing"),
    Rule("punctuation", text.punctuation, "Stray punctuation"),
    Rule("house-address-missing", fields.house_address_missing, "House without an address"),
)
"""Every check there is, in the order in which findings are shown."""


def run(story: Story, house: House) -> tuple[Finding, ...]:
    """Look at a story with every rule; what the house requires is an error, the rest a warning."""
    return tuple(
        Finding(rule.id, _severity(rule, house), remark.where, remark.message)
        for rule in RULES
        for remark in rule.find(story, house)
    )


def _severity(rule: Rule, house: House) -> Severity:
    return Severity.ERROR if rule.id in house.required else Severity.WARNING
