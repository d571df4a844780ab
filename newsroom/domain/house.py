"""The house: a publication's own name, sections, forms and rules. All of it is data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newsroom.domain.house_pictures import PictureRules

DEFAULT_REQUIRED = frozenset(
    {"headline-missing", "section-missing", "body-empty", "credit-missing", "rights-ended"}
)
"""What blocks approval in a house whose file does not say: no page is fit to print without."""

DEFAULT_OVERRIDABLE = frozenset(
    {
        *("rights-ended", "rights-ending", "channel-not-allowed", "territory-not-allowed"),
        *("lead-small", "release-missing", "source-type-missing", "caption-undated"),
        *("caption-names-nobody", "alt-photo-of", "alt-equals-caption", "alt-holds-credit"),
    }
)
"""What may be answered for in a house whose file does not say; a missing credit never."""


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
    credit_forms: tuple[str, ...] = ()
    notice: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class House:
    """A publication.

    `date_format` is in the terms of `strftime`; `dateline` holds `{place}` and `{date}`.
    `share` is how much of a story others may reprint, in percent; `notice` the sentence that says
    so. `required` names the check rules that block approval, `wanted` those that look only where a
    house asks them to, `overridable` those whose findings somebody may answer for with a reason.
    `credit_forms` are tried in their order before the plain one, prefix and credit.
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
    credit_forms: tuple[str, ...] = ()
    social: tuple[SocialLink, ...] = ()
    feed: str = "feed.xml"
    sections: tuple[Section, ...] = ()
    share: int = 0
    notice: str = ""
    theme: str = "paper"
    logo: Logo | None = None
    required: frozenset[str] = DEFAULT_REQUIRED
    wanted: frozenset[str] = frozenset()
    overridable: frozenset[str] = DEFAULT_OVERRIDABLE
    pictures: PictureRules = field(default_factory=PictureRules)
    wordings: Mapping[str, Wording] = field(default_factory=dict)

    def section(self, slug: str) -> Section | None:
        """Find a section by its slug."""
        return next((section for section in self.sections if section.slug == slug), None)

    @property
    def every_credit_form(self) -> tuple[str, ...]:
        """The forms of a credit line, the plain one last."""
        return (*self.credit_forms, f"{self.credit_prefix}{{credit}}")

    @property
    def names_maker(self) -> bool:
        """Whether the house has, in each of its languages, a credit form with the creator in it."""
        spoken = (self, *map(self.in_language, self.wordings))
        return all(any("{creator}" in form for form in one.credit_forms) for one in spoken)

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
            # A language with a prefix of its own and no forms has the plain form in that language.
            credit_forms=wording.credit_forms
            or (() if wording.credit_prefix else self.credit_forms),
            notice=wording.notice or self.notice,
            sections=tuple(
                Section(section.slug, wording.sections.get(section.slug, section.name))
                for section in self.sections
            ),
        )
