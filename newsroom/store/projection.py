"""The one place that says what a list shows of an article: facts in, a summary out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.domain.article import Content, Story
from newsroom.domain.credit_forms import says_something
from newsroom.domain.document import Document
from newsroom.domain.fingerprint import fingerprints
from newsroom.domain.ids import ArticleId, PictureId, Sha256
from newsroom.domain.picture import Picture
from newsroom.domain.reading import read_minutes, word_count
from newsroom.domain.summary import ArticleSummary
from newsroom.domain.workflow import Decision, state_of
from newsroom.store.bodies import moment_of


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article.

    `content` is the draft's, else the newest revision's; `revisions` counts those saved;
    `decisions` are oldest first; `pictures` are those of the used ones that have arrived, as
    their newest version says; `moved` holds the ledger times of draft, revisions and decisions;
    `binned` the time at which this laptop put it into the bin, empty for one that is not there.
    """

    article: ArticleId
    content: Content
    revisions: int
    decisions: tuple[Decision, ...]
    pictures: Mapping[PictureId, Picture]
    moved: tuple[str, ...]
    binned: str = ""


def story_of(facts: Facts, document: Document) -> Story:
    """Put the facts together as the story that stands now."""
    return Story(facts.article, facts.content, document, facts.pictures)


def project(facts: Facts, document: Document) -> ArticleSummary:
    """Tell what a list shows of an article; `document` is its content's body, parsed."""
    content, story = facts.content, story_of(facts, document)
    words = word_count(document)
    # Without a decision the state does not ask for the fingerprint, and typing is spared its cost.
    now = fingerprints(story) if facts.decisions else frozenset[Sha256]()
    return ArticleSummary(
        id=facts.article,
        headline=content.headline,
        state=state_of(facts.decisions, now),
        section=content.section,
        language=content.language,
        place=content.place,
        published=content.published,
        byline=content.byline,
        words=words,
        minutes=read_minutes(words, content.language),
        revision=facts.revisions,
        missing_credits=sum(1 for name in used(story) if not _credited(facts.pictures.get(name))),
        changed=moment_of(max(facts.moved)),
        binned=moment_of(facts.binned) if facts.binned else None,
    )


def used(story: Story) -> frozenset[PictureId]:
    """Name the pictures that a story uses, those that have not arrived included."""
    return frozenset(figure.picture for figure in story.figures)


def _credited(picture: Picture | None) -> bool:
    return picture is not None and says_something(picture.record.credit)
