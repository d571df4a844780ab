"""Patches: what is shown after any edits is what a fresh look at the same bytes would show."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from newsroom.desk import illustrating, previewing
from newsroom.desk.room import Desk
from newsroom.domain.article import Story
from newsroom.domain.document import (
    Block,
    Document,
    Embed,
    FactBox,
    Figure,
    Footnote,
    FootnoteRef,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Opaque,
    Paragraph,
    PullQuote,
    Quote,
    Rule,
    Table,
    Text,
)
from newsroom.domain.picture import Picture
from newsroom.ui.preview.patching import Shown, patch_script
from tests.support.images import encoded, scene
from tests.support.rooms import Rooms
from tests.support.stories import a_story
from tests.ui.preview.conftest import Screen

BEFORE = (
    '<!doctype html><html lang="en"><head><title>T</title></head><body><h1>T</h1><div id="body">'
)
AFTER = '</div><script type="application/ld+json" id="story-data">{0}</script></body></html>'

DOM = """
(() => {
  const copy = document.documentElement.cloneNode(true);
  const holder = copy.querySelector("#body");
  for (const node of [...holder.childNodes])
    if (node.nodeType === 3 && !node.data.trim()) node.remove();
  for (const one of [copy, ...copy.querySelectorAll("*")]) {
    const all = [...one.attributes].sort((a, b) => a.name < b.name ? -1 : 1);
    for (const {name} of all) one.removeAttribute(name);
    for (const {name, value} of all) one.setAttribute(name, value);
  }
  copy.normalize();
  return copy.outerHTML;
})()
"""
"""The whole page as it stands, but for white space between blocks and the order of attributes."""


def shown(*blocks: str, data: str = "{}", after: str = AFTER) -> Shown:
    return Shown(BEFORE, blocks, after.format(data), data)


def test_a_page_that_goes_while_it_is_being_patched_is_not_loaded_anew(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    screen.show(shown("<p>One</p>"))
    monkeypatch.setattr(screen.view, "load_again", lambda: loaded.append("again"))
    screen.view.show_page(2, shown("<p>Two</p>"))
    screen.view.closing()
    assert loaded == []


def test_the_same_page_needs_no_patch() -> None:
    assert patch_script(shown("<p>One</p>"), shown("<p>One</p>")) == ""


def test_a_changed_block_is_the_only_one_sent() -> None:
    old = shown("<p>One</p>", "<p>Two</p>", "<p>Three</p>")
    script = patch_script(old, shown("<p>One</p>", "<p>2</p>", "<p>Three</p>", data='{"w":3}'))
    assert "<p>2</p>" in script
    assert "One" not in script
    assert "Three" not in script


def test_a_changed_headline_sends_what_stands_around_the_blocks() -> None:
    old = shown("<p>One</p>")
    script = patch_script(old, replace(old, before=BEFORE.replace("<h1>T", "<h1>U")))
    assert "<h1>U" in script
    assert "One" not in script


@pytest.mark.parametrize("nested", [False, True])
def test_what_comes_and_goes_around_the_blocks_leaves_them_standing(
    screen: Screen, nested: bool
) -> None:
    opened, closed = ("<main><section>", "</section></main>") if nested else ("", "")

    def page(above: str, below: str) -> Shown:
        before = BEFORE.replace('<div id="body">', f'{opened}{above}<div id="body">')
        after = AFTER.replace("</div>", f"</div>{below}{closed}", 1)
        return Shown(before, ("<p>One</p>", "<p>Two</p>"), after.format("{}"), "{}")

    screen.show(page("<p>Lead</p>", "<footer>F</footer>"))
    screen.ask("window.one = document.querySelector('#body > p')")
    for above, below in (
        ("<p>Lead</p><div>More</div>", "<footer>F</footer>"),
        ("", "<nav>N</nav><footer>G</footer>"),
        ("<div><div>Deep</div></div>", ""),
    ):
        wanted = page(above, below)
        screen.show(wanted)
        assert screen.ask("window.one === document.querySelector('#body > p')"), (above, below)
        body = wanted.html.partition("<body>")[2].partition("</body>")[0]
        assert screen.ask("document.body.innerHTML").replace("\n", "") == body.replace("\n", "")


def test_what_ends_a_script_or_a_line_of_one_cannot_break_out_of_a_patch() -> None:
    evil = '<p>"}); alert(1); ({"</p>\u2028</script><!--`${1}\\'
    assert evil not in patch_script(shown("<p>One</p>"), shown(evil))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["a"], []),
        ([], ["a"]),
        (["a", "b", "c"], ["a", "x", "c"]),
        (["a", "b", "c"], ["c", "a", "b"]),
        (["a", "a", "a"], ["a", "a"]),
        (["a", "b"], ["a", "b", "b", "a"]),
        (["", "a", "", "b"], ["a", "b", ""]),
        (["a", "b", "c", "d"], ["d", "c", "b", "a"]),
    ],
)
def test_blocks_come_go_and_move(screen: Screen, old: list[str], new: list[str]) -> None:
    def page(names: Sequence[str]) -> Shown:
        return shown(*(f"<p>{name}</p>" if name else "" for name in names))

    screen.show(page(old))
    screen.ask("window.kept = 1")
    screen.show(page(new))
    texts = "[...document.querySelectorAll('#body > *')].map(one => one.textContent).join()"
    assert screen.ask(texts) == ",".join(filter(None, new))
    assert screen.ask("window.kept") == 1, "The page was loaded anew"


def test_the_data_of_the_story_moves_with_its_blocks(screen: Screen) -> None:
    screen.show(shown("<p>One</p>", data='{"words": 1}'))
    screen.show(shown("<p>One two</p>", data='{"words": 2}'))
    assert screen.ask("document.getElementById('story-data').textContent") == '{"words": 2}'


def test_a_page_that_is_not_as_it_was_left_is_loaded_anew(screen: Screen) -> None:
    screen.show(shown("<p>One</p>", "<p>Two</p>"))
    screen.ask("document.querySelector('#body').firstElementChild.remove()")
    screen.show(shown("<p>One</p>", "<p>2</p>"))
    assert screen.ask("document.querySelector('#body').innerText.split(/\\n+/).join()") == "One,2"


def test_the_scroll_place_stays_when_words_and_headline_change(screen: Screen) -> None:
    long = [f'<p style="height:200px">{number}</p>' for number in range(40)]
    screen.show(shown(*long))
    screen.ask("scrollTo(0, 3000)")
    screen.hands.until(lambda: screen.ask("scrollY") == 3000)
    screen.show(shown(*long[:20], '<p style="height:200px">new words</p>', *long[21:]))
    assert screen.ask("scrollY") == 3000
    page = shown(*long, after=AFTER.replace("<script", "<footer>F</footer><script"))
    screen.show(replace(page, before=BEFORE.replace("<h1>T", "<h1>Another")))
    assert screen.ask("scrollY") == 3000
    assert screen.ask("document.querySelector('h1').textContent") == "Another"


def test_pages_that_come_while_the_first_one_loads_are_not_lost(screen: Screen) -> None:
    screen.view.show_page(1, shown("<p>One</p>", "<p>Two</p>"))
    screen.view.show_page(2, shown("<p>Two</p>", "<p>Three</p>"))
    screen.view.show_page(3, shown("<p>Three</p>", "<p>One</p>"))
    screen.hands.until(lambda: screen.shown[-1:] == [3])
    assert screen.ask("document.querySelector('#body').innerText.split(/\\n+/).join()") == (
        "Three,One"
    )


def a_paragraph(chance: random.Random, number: int) -> Block:
    marks = frozenset(chance.sample(list(Mark), chance.randint(0, 2)))
    link = chance.choice(("", "https://a.example/"))
    text = Text(f"words {number} <&>", marks, link)
    note = (FootnoteRef(str(number)),) if chance.random() < 0.4 else ()
    return Paragraph((text, *note))


def a_list(chance: random.Random, number: int) -> Block:
    inner = ListBlock(True, (ListItem((Text("inner"),)),), start=number)
    sub = (inner,) if chance.random() < 0.5 else ()
    return ListBlock(False, (ListItem((Text(f"item {number}"),), sub),))


def one_line(number: int) -> tuple[Text]:
    return (Text(f"line {number}"),)


def any_block(chance: random.Random, number: int, picture: Picture) -> Block:
    """Make a block of any kind; some of them stand for no element, or for an empty one."""
    line = one_line(number)
    makers: tuple[Callable[[], Block], ...] = (
        lambda: a_paragraph(chance, number),
        lambda: a_list(chance, number),
        lambda: Heading(chance.randint(2, 4), line),
        lambda: Quote((line, line), line),
        lambda: PullQuote(line, chance.choice((line, ()))),
        lambda: FactBox(line, (Paragraph(line), ListBlock(False, (ListItem(line),)))),
        lambda: Figure(picture.id, f"alt {number}", chance.choice(("", f"caption {number}"))),
        lambda: Table((line, line), ((line, ()),)),
        lambda: Embed("https://video.example/1", f"caption {number}"),
        Rule,
        lambda: Footnote(str(chance.randint(0, 40)), line),
        lambda: Opaque(f"<div>{number}</div>"),
        Paragraph,
    )
    return chance.choice(makers)()


def edited(chance: random.Random, story: Story, number: int, picture: Picture) -> Story:
    """Make one edit: words, a block put in, taken away, moved, or a field."""
    blocks = list(story.document.blocks)
    place = chance.randrange(len(blocks) + 1)
    kind = chance.random()
    if kind < 0.35 or not blocks:
        blocks.insert(place, any_block(chance, number, picture))
    elif kind < 0.55:
        blocks[min(place, len(blocks) - 1)] = any_block(chance, number, picture)
    elif kind < 0.7:
        del blocks[min(place, len(blocks) - 1)]
    elif kind < 0.85:
        blocks.insert(place, blocks.pop(chance.randrange(len(blocks))))
    else:
        lead = chance.choice((None, Figure(picture.id, "lead", f"caption {number}")))
        fields = {"headline": f"Headline {number}", "byline": "", "lead": lead}
        name = chance.choice(list(fields))
        return replace(story, content=replace(story.content, **{name: fields[name]}))
    return replace(story, document=Document(tuple(blocks)))


def the_page(desk: Desk, story: Story) -> Shown:
    made = previewing.preview(desk, story)
    page = Shown(made.before, made.blocks, made.after, made.data)
    assert page.html.encode() == made.html
    return page


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_page_is_as_loaded_fresh(
    screens: Callable[[], Screen], rooms: Rooms, seed: int
) -> None:
    desk = rooms.begin()
    picture = illustrating.add_picture_bytes(
        desk, encoded(scene(640, 480)), "river.jpg", {"credit": "Daniyar Kenes"}
    ).picture
    chance = random.Random(seed)
    patched = screens()
    story = a_story(pictures=[picture])
    for number in range(1, 25):
        for _ in range(chance.randint(1, 3)):
            story = edited(chance, story, number, picture)
        page = the_page(desk, story)
        patched.show(page, number)
        assert patched.ask(f"window.kept ??= {number}") == 1, "Loaded anew"
        if number % 6:
            continue
        fresh = screens()
        fresh.show(page)
        assert patched.ask(DOM) == fresh.ask(DOM)
