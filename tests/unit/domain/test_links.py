"""Which addresses a reader may be sent to."""

from __future__ import annotations

import pytest

from newsroom.domain.links import completed, is_safe_link, is_web_link


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


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        (" example.org/a?b=c#d ", "https://example.org/a?b=c#d"),
        ("www.example.org", "https://www.example.org"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("қазақ.қаз", "https://қазақ.қаз"),
        ("desk@example.org", "mailto:desk@example.org"),
        ("+7 (701) 123-45-67", "tel:+77011234567"),
        ("https://example.org", "https://example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("/about", "/about"),
        ("#part", "#part"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("version 2.5", "version 2.5"),
        ("2.5", "2.5"),
        ("one word", "one word"),
        ("", ""),
    ],
)
def test_addresses_are_completed_as_people_write_them(written: str, whole: str) -> None:
    assert completed(written) == whole


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//example.org", "word"],
)
def test_no_address_becomes_safe_by_being_completed(written: str) -> None:
    assert not is_safe_link(completed(written))
