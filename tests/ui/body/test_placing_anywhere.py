"""Any page pasted at any place of any body: no word is lost, and one undo takes it all back."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest
from PySide6.QtCore import QMimeData

from newsroom.ui.body.body_edit import BodyEdit
from tests.ui.body.conftest import document, markdown

_BODY = """\
Alpha **beta** gamma[^1]

## Delta epsilon

- zeta eta
    1. theta
- iota

> kappa lambda
>
> -- mu

::: facts nu
xi omicron

- pi
:::

| rho | sigma |
| --- | --- |
| tau | upsilon |

---

phi chi

[^1]: psi
"""
_PIECES = (
    "<p>one <i>two</i></p>",
    "<h2>three</h2>",
    "<ul><li>four<ol><li>five</li></ol></li><li>six</li></ul>",
    "<blockquote><p>seven</p><p>eight</p></blockquote>",
    "<table><tr><td>nine</td><td>ten</td></tr><tr><td>eleven</td><td>twelve</td></tr></table>",
    "<hr>",
    "<figure><img src='https://a.example/a.jpg'><figcaption>thirteen</figcaption></figure>",
    "<p><img src='https://a.example/b.jpg'></p>",
    "<p>fourteen<a href='#n' id='m'>[1]</a></p><li id='n'><a href='#m'>^</a> fifteen</li>",
    "<pre>sixteen</pre>",
    "seventeen",
)
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)


def _letters(text: str) -> Counter[str]:
    return Counter(_LETTER.findall(re.sub(r"<[^>]*>|::: facts", " ", text)))


@pytest.mark.parametrize("seed", range(40))
def test_no_word_is_lost_wherever_a_paste_lands(edit: BodyEdit, seed: int) -> None:
    chance = Random(seed)
    edit.set_document(document(_BODY))
    html = "".join(chance.sample(_PIECES, chance.randint(1, 4)))
    cursor = edit.textCursor()
    cursor.setPosition(chance.randrange(edit.document().characterCount() - 1))
    edit.setTextCursor(cursor)
    mime = QMimeData()
    mime.setHtml(html)
    edit.insertFromMimeData(mime)
    assert _letters(markdown(edit)) == _letters(_BODY) + _letters(html)
    edit.undo()
    assert edit.document_value() == document(_BODY)
