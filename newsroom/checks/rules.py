"""The table of rules, and the one function that runs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from newsroom.checks import body, fields, figures, rights, text
from newsroom.checks.rule import DatedRule, Remark, Rule
from newsroom.domain.article import Story
from newsroom.domain.findings import Finding, Severity
from newsroom.domain.house import House
from newsroom.domain.override import Override, subject_of

RULES: tuple[Rule | DatedRule, ...] = (
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
    Rule("alt-photo-of", figures.alt_photo_of, "Alt text says “photo of”"),
    Rule("caption-undated", figures.caption_undated, "Caption without a date", asked=True),
    Rule("caption-names-nobody", figures.caption_names_nobody, "Caption names nobody", asked=True),
    DatedRule("rights-ended", rights.rights_ended, "Rights ended"),
    DatedRule("rights-ending", rights.rights_ending, "Rights ending"),
    Rule("channel-not-allowed", rights.channel_not_allowed, "Channel not allowed"),
    Rule("territory-not-allowed", rights.territory_not_allowed, "Country not allowed"),
    Rule("lead-small", rights.lead_small, "Lead picture small"),
    Rule("release-missing", rights.release_missing, "Release missing", asked=True),
    Rule("source-type-missing", rights.source_type_missing, "Source type missing", asked=True),
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


def run(
    story: Story, house: House, today: date, overrides: Sequence[Override] = ()
) -> tuple[Finding, ...]:
    """Look at a story with every rule; what the house requires is an error, the rest a warning.

    `today` is the day in the house's zone. A finding that the house lets people answer for, and
    that somebody did, is a warning with their reason.
    """
    answers = {(one.rule, one.subject): one for one in overrides}
    return tuple(
        _finding(rule, remark, house, answers)
        for rule in RULES
        if not rule.asked or rule.id in house.wanted | house.required
        for remark in _remarks(rule, story, house, today)
    )


def _remarks(rule: Rule | DatedRule, story: Story, house: House, today: date) -> Iterable[Remark]:
    if isinstance(rule, DatedRule):
        return rule.find(story, house, today)
    return rule.find(story, house)


def _finding(
    rule: Rule | DatedRule,
    remark: Remark,
    house: House,
    answers: Mapping[tuple[str, str], Override],
) -> Finding:
    overridable = rule.id in house.overridable
    answer = answers.get((rule.id, subject_of(remark.where))) if overridable else None
    answered = answer is not None and bool(answer.reason)
    severity = Severity.ERROR if rule.id in house.required and not answered else Severity.WARNING
    found = Finding(rule.id, severity, remark.where, remark.message, overridable)
    return replace(found, reason=answer.reason, by=answer.by) if answer and answered else found
