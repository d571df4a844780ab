"""Pasting in the whole window: pictures come to their places, and what is missing is said."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from newsroom.desk import browsing, drafting
from newsroom.domain.ids import ArticleId
from newsroom.ui.look.notice import NoticeBar
from tests.support.images import encoded, scene
from tests.ui.shell.conftest import Stage

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard for the next test."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def open_site() -> Event:
    """Let a site answer; a test may keep it waiting."""
    event = Event()
    event.set()
    return event


@pytest.fixture
def site(open_site: Event) -> Iterator[str]:
    """Serve one picture on this laptop, and nothing else."""
    data = encoded(scene(64, 48))

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            open_site.wait()
            self.send_response(200 if self.path == "/a.jpg" else 404)
            self.end_headers()
            self.wfile.write(data if self.path == "/a.jpg" else b"")

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _writing(stage: Stage) -> ArticleId:
    article = drafting.new_article(stage.desk).article
    stage.open(article)
    stage.room.panes.editor.body.setFocus()
    return article


def _paste(stage: Stage, html: str) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText("plain words")
    QApplication.clipboard().setMimeData(mime)
    stage.bot.keyClick(stage.room.panes.editor.body, Qt.Key.Key_V, _CTRL)


def _markdown(stage: Stage) -> str:
    return stage.room.panes.editor.slot.markdown()


def _notice(stage: Stage) -> NoticeBar:
    found = stage.window.findChild(NoticeBar)
    assert isinstance(found, NoticeBar)
    return found


def _button(notice: NoticeBar, words: str) -> QAbstractButton:
    return next(one for one in notice.findChildren(QAbstractButton) if one.text() == words)


def test_pictures_sent_along_come_to_their_places_in_one_step(stage: Stage) -> None:
    _writing(stage)
    first, second = (base64.b64encode(encoded(scene(width, 48))).decode() for width in (64, 80))
    _paste(
        stage,
        f"<p>one</p><figure><img src='data:image/jpeg;base64,{first}' alt='A'>"
        f"<figcaption>Cap</figcaption></figure><p>two</p>"
        f"<img src='data:image/jpeg;base64,{second}' alt='B'><p>three</p>",
    )
    stage.until(lambda: _markdown(stage).count("picture:") == 2)
    parts = _markdown(stage).strip().split("\n\n")
    assert [parts[0], parts[2], parts[4]] == ["one", "two", "three"]
    assert parts[1].startswith("![A](picture:")
    assert parts[1].endswith('"Cap")')
    assert parts[3].startswith("![B](picture:")
    stage.room.panes.editor.body.undo()
    assert _markdown(stage) == ""


def test_pictures_of_another_site_are_fetched_when_somebody_asks(stage: Stage, site: str) -> None:
    _writing(stage)
    _paste(
        stage,
        f"<p>one</p><img src='{site}/a.jpg' alt='A'><p>two</p><img src='{site}/b.jpg'>",
    )
    notice = _notice(stage)
    assert notice.words == "2 pictures lie on another site and were not fetched."
    assert _markdown(stage) == "one\n\ntwo\n"
    stage.bot.mouseClick(_button(notice, "Add them"), Qt.MouseButton.LeftButton)
    stage.until(lambda: "picture:" in _markdown(stage) and "404" in notice.words)
    assert _markdown(stage).startswith("one\n\n![A](picture:")
    assert _markdown(stage).endswith("\n\ntwo\n")


def test_pictures_of_one_article_are_not_offered_in_another(stage: Stage, site: str) -> None:
    _writing(stage)
    other = stage.write("Rain")
    _paste(stage, f"<p>one</p><img src='{site}/a.jpg' alt='A'>")
    notice = _notice(stage)
    button = _button(notice, "Add it")
    stage.open(other)
    assert not button.isVisible()


def test_a_picture_that_comes_late_stays_out_of_another_article(
    stage: Stage, site: str, open_site: Event
) -> None:
    _writing(stage)
    other = stage.write("Rain")
    _paste(stage, f"<p>one</p><img src='{site}/a.jpg' alt='A'>")
    before = browsing.story(stage.desk, other).content.body
    open_site.clear()
    _button(_notice(stage), "Add it").click()
    stage.open(other)
    open_site.set()
    stage.until(lambda: not stage.lanes.busy)
    assert _markdown(stage) == before


@pytest.mark.parametrize("host", ["", "localhost"])
def test_a_file_put_down_for_the_clipboard_comes_along(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr("newsroom.ui.inserting.pasted_pictures.gettempdir", lambda: str(tmp_path))
    (tmp_path / "a picture.jpg").write_bytes(encoded(scene(64, 48)))
    _writing(stage)
    _paste(stage, f"<p>one</p><img src='file://{host}{tmp_path}/a%20picture.jpg' alt='A'>")
    stage.until(lambda: "picture:" in _markdown(stage))
    assert _markdown(stage).startswith("one\n\n![A](picture:")


def test_what_is_left_out_is_said(stage: Stage) -> None:
    _writing(stage)
    _paste(
        stage,
        "<p>one <del datetime='2024'>gone</del><img src='file:///etc/hostname.png'></p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'>x</div></div>",
    )
    assert _notice(stage).words == (
        "One picture could not be pasted: drop its file where it belongs. 1 comment left out. "
        "Words deleted by tracked changes were pasted struck through."
    )
    assert _markdown(stage) == "one ~~gone~~\n"


def test_words_that_word_holds_as_deleted_stay_out_and_are_said(stage: Stage) -> None:
    _writing(stage)
    late = "<span class=msoDel><del cite='mailto:A' datetime='2024'>late</del></span>"
    _paste(stage, f"<p>on {late}</p>")
    assert _notice(stage).words == "Words deleted by tracked changes were left out."
    assert _markdown(stage) == "on\n"


def test_the_key_for_plain_text_pastes_the_words_alone(stage: Stage) -> None:
    _writing(stage)
    _paste(stage, "<h2>Head</h2>")
    assert _markdown(stage) == "## Head\n"
    stage.room.panes.editor.body.undo()
    stage.bot.keyClick(stage.room.panes.editor.body, Qt.Key.Key_V, _CTRL | _SHIFT)
    stage.until(lambda: _markdown(stage) == "plain words\n")


def test_a_headline_takes_one_line_of_words(stage: Stage) -> None:
    _writing(stage)
    headline = stage.room.panes.editor.headline
    mime = QMimeData()
    mime.setHtml("<h1>One <b>two</b></h1><p>three</p>")
    mime.setText("One two\nthree")
    QApplication.clipboard().setMimeData(mime)
    headline.setFocus()
    stage.bot.keyClick(headline, Qt.Key.Key_V, _CTRL)
    assert headline.words() == "One two three"


def test_a_long_paste_is_read_beside_the_window(stage: Stage) -> None:
    _writing(stage)
    body = stage.room.panes.editor.body
    _paste(stage, "<p>some words</p>" * 8_000)
    stage.bot.keyClicks(body, "typed meanwhile")
    assert "some words" not in _markdown(stage)
    stage.until(lambda: "some words" in _markdown(stage))
    assert _markdown(stage).count("some words") == 8_000
    assert _markdown(stage).endswith("some wordstyped meanwhile\n")
    assert _notice(stage).words == ""


def test_a_paste_that_takes_long_says_so_and_ends_with_escape(stage: Stage) -> None:
    _writing(stage)
    body = stage.room.panes.editor.body
    _paste(stage, "<p><b>some</b> <i>words</i></p>" * 100_000)
    stage.until(lambda: _notice(stage).words.startswith("Reading what was pasted."))
    assert body.hasFocus()
    stage.bot.keyClick(body, Qt.Key.Key_Escape)
    assert _notice(stage).words == ""
    stage.until(lambda: not stage.lanes.busy)
    assert _markdown(stage) == ""


def test_closing_waits_for_a_paste_that_is_being_read(stage: Stage) -> None:
    article = _writing(stage)
    _paste(stage, "<p>some words</p>" * 8_000)
    stage.window.close()
    assert not stage.room.is_closed
    stage.until(lambda: stage.room.is_closed)
    assert stage.content(article).body.count("some words") == 8_000
