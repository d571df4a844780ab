"""What a list shows of an article, from facts alone."""

from __future__ import annotations

from dataclasses import replace

from newsroom.domain.document import Document, Paragraph, Text
from newsroom.domain.fingerprint import fingerprint
from newsroom.domain.times import ledger_time
from newsroom.domain.workflow import State, Verdict
from newsroom.store.projection import Facts, project, story_of, used
from tests.support.ledger import at, read_body
from tests.support.stories import (
    AN_ARTICLE,
    MISSING_PICTURE,
    a_content,
    a_decision,
    a_figure,
    a_picture,
)

FACTS = Facts(AN_ARTICLE, a_content(), 2, (), {}, (ledger_time(at(3)), ledger_time(at(1))))


def test_fields_come_from_the_content() -> None:
    content = a_content(headline="Ice", language="ru")
    document = Document((Paragraph((Text("слово " * 400),)),))
    summary = project(replace(FACTS, content=content), document)
    assert (summary.headline, summary.words, summary.minutes) == ("Ice", 400, 2)
    assert (summary.state, summary.revision) == (State.DRAFT, 2)
    assert summary.published == content.published


def test_it_moved_when_the_latest_of_its_facts_did() -> None:
    assert project(FACTS, Document()).changed == at(3)


def test_the_state_binds_the_story_that_stands() -> None:
    document = read_body(FACTS.content.body)
    bound = fingerprint(story_of(FACTS, document))
    approved = replace(FACTS, decisions=(a_decision(Verdict.APPROVED, bound),))
    assert project(approved, document).state is State.APPROVED
    edited = replace(approved, content=a_content(place="Elsewhere"))
    assert project(edited, document).state is State.STALE


def test_a_used_picture_without_credit_or_not_arrived_is_missing_one() -> None:
    bare = a_picture("bare.jpg", credit=" ")
    document = Document((a_figure(bare), a_figure(bare), a_figure(MISSING_PICTURE)))
    facts = replace(
        FACTS,
        content=a_content(lead=a_figure()),
        pictures={bare.id: bare, a_picture().id: a_picture()},
    )
    assert used(story_of(facts, document)) == {bare.id, MISSING_PICTURE, a_picture().id}
    assert project(facts, document).missing_credits == 2
