"""One writer and many readers at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from newsroom.domain.ids import ArticleId
from newsroom.domain.summary import ArticleQuery, PictureQuery
from newsroom.store.library import Library
from tests.support.ledger import at, body_with, picture_entry, revision_entry
from tests.support.stories import AN_ARTICLE, a_content, a_picture

SAVES = 60


def run_together(*deeds: Callable[[], None]) -> None:
    """Run deeds in a thread each; raise what any of them raised."""
    with ThreadPoolExecutor(len(deeds)) as pool:
        for running in [pool.submit(deed) for deed in deeds]:
            running.result()


def test_readers_never_see_half_a_deed(library: Library) -> None:
    finished = threading.Event()

    def write() -> None:
        try:
            for number in range(1, SAVES + 1):
                with library.writing() as work:
                    content = a_content(headline=str(number), body=body_with(a_picture()))
                    work.save_draft(AN_ARTICLE, content, at(number))
                    work.add(revision_entry(AN_ARTICLE, content, number))
                    work.remember("number", str(number))
                    work.commit()
        finally:
            finished.set()

    def read() -> None:
        seen = 0
        while not finished.is_set() or seen < SAVES:
            with library.reading() as view:
                number = int(view.remembered("number") or 0)
                assert number >= seen
                seen = number
                assert view.count(ArticleQuery()) == min(number, 1)
                assert len(list(view.entries())) == number
                if number:
                    assert view.summary(AN_ARTICLE).revision == number
                    assert view.content(AN_ARTICLE).headline == str(number)
                    assert view.count(ArticleQuery(search="rivers")) == 1

    run_together(write, read, read, read)


def test_many_writers_take_turns(library: Library) -> None:
    def write(start: int) -> None:
        for number in range(start, start + 10):
            article = ArticleId(f"{number:020x}")
            with library.writing() as work:
                work.save_draft(article, a_content(body=body_with(a_picture())), at(number))
                work.add(picture_entry(a_picture(credit=str(number)), number))
                work.remember("count", str(int(work.remembered("count") or 0) + 1))
                work.commit()

    run_together(*(lambda start=start: write(start) for start in (0, 100, 200, 300)))
    with library.reading() as view:
        assert view.remembered("count") == "40"
        assert view.count(ArticleQuery()) == 40
        assert view.pictures(PictureQuery())[0].uses == 40
        assert view.picture(a_picture().id).record.credit == "309"
