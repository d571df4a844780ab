"""Which addresses a reader may be sent to."""

from __future__ import annotations

import pytest

from newsroom.domain.links import is_safe_link, is_web_link


@pytest.mark.parametrize(
    "url",
    [
        "https://steppe-courier.example/a?b=c#d",
        "HTTP://STEPPE-COURIER.EXAMPLE",
        "mailto:desk@steppe-courier.example",
        "tel:+77270000000",
        "/about/",
        "#notes",
        "https://қазақстан.қаз/",
    ],
)
def test_safe(url: str) -> None:
    assert is_safe_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "javascript\u200b:alert(1)",
        "\u202ejavascript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "https://a.example/\u2066b",
        "https://a.example/\x85b",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://a.example/1",
        "view-source:https://a.example",
        "intent://a.example#Intent;end",
        "//a.example/x",
        "a.example",
        "../a",
        "https://[::1",
        "https://a b.example",
    ],
)
def test_unsafe(url: str) -> None:
    assert not is_safe_link(url)
    assert not is_web_link(url)


@pytest.mark.parametrize("url", ["https://a.example", "http://[2001:db8::1]:8080/x"])
def test_web(url: str) -> None:
    assert is_web_link(url)


@pytest.mark.parametrize(
    "url", ["/about", "#x", "mailto:a@b.example", "tel:1", "https://", "https:///a", "https:a"]
)
def test_not_web(url: str) -> None:
    assert not is_web_link(url)
