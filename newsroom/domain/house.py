"""The house: a publication's own name, sections, forms and rules. All of it is data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

DEFAULT_REQUIRED = frozenset(
    {"headline-missing", "section-missing", "body-empty", "credit-missing"}
)
"""What blocks approval in a house whose file does not say: no page is fit to print without."""


@dataclass(frozen=True, slots=True)
class Section:
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class SocialLink:
    """A profile elsewhere; `kind` names its icon, such as `telegram`."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The nameplate's picture: an image file of at most 256 KiB, kept inside the house record."""

    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Wording:
    """What a house says differently in one of its languages; an empty field keeps the default."""

    tagline: str = ""
    home_label: str = ""
    date_format: str = ""
    dateline: str = ""
    credit_prefix: str = ""
    notice: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class House:
    """A publication.

    `date_format` is in the terms of `strftime`; `dateline` holds `{place}` and `{date}`.
    `share` is how much of a story others may reprint, in percent; `notice` the sentence that says
    so. `required` names the check rules that block approval.
    """

    name: str
    url: str
    language: str
    short_name: str = ""
    tagline: str = ""
    languages: tuple[str, ...] = ()
    time_zone: str = "UTC"
    home_label: str = "Home"
    date_format: str = "%d %B %Y, %H:%M"
    dateline: str = "{place} • {date}"
    credit_prefix: str = "Credit: "
    social: tuple[SocialLink, ...] = ()
    feed: str = "feed.xml"
    sections: tuple[Section, ...] = ()
    share: int = 0
    notice: str = ""
    theme: str = "paper"
    logo: Logo | None = None
    required: frozenset[str] = DEFAULT_REQUIRED
    wordings: Mapping[str, Wording] = field(default_factory=dict)

    def section(self, slug: str) -> Section | None:
        """Find a section by its slug."""
        return next((section for section in self.sections if section.slug == slug), None)

    def in_language(self, language: str) -> House:
        """Give the house as it speaks in one of its languages."""
        wording = self.wordings.get(language)
        if wording is None:
            return self
        return replace(
            self,
            tagline=wording.tagline or self.tagline,
            home_label=wording.home_label or self.home_label,
            date_format=wording.date_format or self.date_format,
            dateline=wording.dateline or self.dateline,
            credit_prefix=wording.credit_prefix or self.credit_prefix,
            notice=wording.notice or self.notice,
            sections=tuple(
                Section(section.slug, wording.sections.get(section.slug, section.name))
                for section in self.sections
            ),
        )
