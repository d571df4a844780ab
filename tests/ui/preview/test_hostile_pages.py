"""The browser itself: whatever a page holds, nothing runs, nothing is fetched, nothing leads away.

The pages that the desk makes hold none of this; these tests prove the second wall behind it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from newsroom.ui.preview.patching import Shown
from newsroom.ui.preview.scheme import PAGE_URL
from tests.ui.preview.conftest import Outside, Screen

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>{}</head><body>'
MARK = "document.documentElement.dataset.owned=1"


def page(*blocks: str, head: str = "") -> Shown:
    before = HEAD.format(head) + '<div id="body">'
    return Shown(before, blocks, "</div></body></html>")


def quiet(screen: Screen) -> None:
    """Wait until every picture of the page has come or failed."""
    settled = "[...document.images].every(one => one.complete)"
    screen.hands.until(lambda: screen.ask(settled) is True)


def owned(screen: Screen) -> bool:
    return bool(screen.ask("'owned' in document.documentElement.dataset"))


@pytest.mark.parametrize(
    "hostile",
    [
        f"<script>{MARK}</script>",
        f'<img src="data:,x" onerror="{MARK}">',
        f'<svg onload="{MARK}"></svg>',
        f'<iframe srcdoc="<script>parent.{MARK}</script>"></iframe>',
        f'<details open ontoggle="{MARK}">x</details>',
        f'<input autofocus onfocus="{MARK}">',
        f'<style>@keyframes x{{}}p{{animation:x 1ms}}</style><p onanimationend="{MARK}">x</p>',
    ],
)
def test_no_script_of_a_page_runs(screen: Screen, hostile: str) -> None:
    screen.show(page(f"<div>{hostile}</div>"))
    quiet(screen)
    screen.show(page(f"<div>{hostile}</div>", f"<section>{hostile}</section>"))
    quiet(screen)
    assert not owned(screen)


@pytest.mark.parametrize(
    ("head", "block"),
    [
        ("", '<img src="{there}/a.png">'),
        ("", '<img src="//{host}/a.png">'),
        ("", '<img srcset="{there}/a.png 1x">'),
        ("", '<picture><source srcset="{there}/a.avif"><img src="{there}/a.jpg"></picture>'),
        ("", '<iframe src="{there}/frame"></iframe>'),
        ("", '<object data="{there}/object"></object>'),
        ("", '<embed src="{there}/embed">'),
        ("", '<video src="{there}/v.mp4" poster="{there}/p.png" autoplay></video>'),
        ("", '<audio src="{there}/a.mp3" autoplay></audio>'),
        ("", '<p style="background:url({there}/b.png)">x</p>'),
        ("", '<svg><image href="{there}/s.png" width="9" height="9"/></svg>'),
        ("", '<svg><use href="{there}/s.svg#x"/></svg>'),
        ('<link rel="stylesheet" href="{there}/s.css">', "<p>x</p>"),
        ('<style>@import url("{there}/i.css");</style>', "<p>x</p>"),
        ('<link rel="icon" href="{there}/i.ico">', "<p>x</p>"),
        ('<link rel="preload" as="image" href="{there}/i.png">', "<p>x</p>"),
        ('<link rel="prefetch" href="{there}/next">', "<p>x</p>"),
        ('<link rel="preconnect" href="{there}">', "<p>x</p>"),
        ('<link rel="dns-prefetch" href="{there}">', "<p>x</p>"),
        ('<meta http-equiv="refresh" content="0;url={there}/away">', "<p>x</p>"),
        ('<base href="{there}/">', '<img src="relative.png">'),
        ("", '<form action="{there}/f"><input type="image" src="{there}/i.png"></form>'),
        ("", '<a href="{there}/a" ping="{there}/ping">x</a>'),
        (
            "<style>@font-face{{font-family:F;src:url({there}/f.woff2)}}p{{font-family:F}}</style>",
            "<p>x</p>",
        ),
    ],
)
def test_nothing_of_a_page_reaches_a_server(
    screen: Screen, outside: Outside, head: str, block: str
) -> None:
    there = {"there": outside.address, "host": outside.address.removeprefix("http://")}
    screen.show(page(f"<div>{block.format(**there)}</div>", head=head.format(**there)))
    quiet(screen)
    screen.show(page("<div>Another.</div>", f"<div>{block.format(**there)}</div>"))
    quiet(screen)
    assert outside.heard == []
    assert screen.view.page().url() == PAGE_URL


def test_a_file_beside_the_library_is_not_read(screen: Screen, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>')
    address = secret.as_uri()
    screen.show(page(f'<img src="{address}">', f'<iframe src="{address}"></iframe>'))
    quiet(screen)
    assert screen.ask("document.images[0].naturalWidth") == 0
    assert screen.view.guard.blocked == []
    assert screen.asked == []


@pytest.mark.parametrize("name", ["../../../../../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"])
def test_a_path_that_climbs_stays_in_the_site(screen: Screen, name: str) -> None:
    screen.show(page(f'<img src="{name}">'))
    quiet(screen)
    assert all(".." not in path for path in screen.asked)
    assert screen.view.guard.blocked == []


@pytest.mark.parametrize(
    "link",
    [
        'href="{there}/away"',
        'href="{there}/away" target="_blank"',
        'href="file:///etc/passwd"',
        'href="data:text/html,<h1>Away</h1>"',
        f'href="javascript:{MARK}"',
        'href="newsroom-page://elsewhere/x"',
        'href="other.html"',
        'href="index.html"',
        'href=""',
        'href="{there}/down" download',
        'href="mailto:a@example.org"',
    ],
)
def test_a_click_on_a_link_leads_nowhere(screen: Screen, outside: Outside, link: str) -> None:
    wide = "display:block;height:300px"
    address = link.format(there=outside.address)
    screen.show(page(f'<p><a style="{wide}" {address}>Go</a></p>'))
    screen.ask("addEventListener('click', () => document.title += '!')")
    for count, button in enumerate((Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton), 1):
        QTest.mouseClick(screen.view.focusProxy(), button, pos=QPoint(150, 150))
        screen.hands.until(lambda count=count: screen.ask("document.title") == "T" + "!" * count)
    assert screen.view.page().url() == PAGE_URL
    assert screen.ask("document.querySelector('a').textContent") == "Go"
    assert outside.heard == []
    assert not owned(screen)
    screen.show(page("<p>Still alive.</p>"))
    assert screen.ask("document.getElementById('body').innerText") == "Still alive."


def test_a_link_inside_the_page_is_followed(screen: Screen) -> None:
    wide = "display:block;height:300px"
    tall = '<p style="height:3000px">x</p><p id="note">Note</p>'
    screen.show(page(f'<p><a style="{wide}" href="#note">Down</a></p>', f"<div>{tall}</div>"))
    QTest.mouseClick(screen.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    screen.hands.until(lambda: float(str(screen.ask("scrollY"))) > 1000)
    screen.show(page("<p>One.</p>", f"<div>{tall}</div>"))
    assert screen.ask("document.querySelector('p').innerText") == "One."
