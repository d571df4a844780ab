"""The guards themselves: each must see what it is there for."""

from __future__ import annotations

import logging
import os
import socket
import threading
from pathlib import Path

import pytest

from tests.support import guards


def test_unexpected_warning_fails() -> None:
    root = logging.getLogger()
    handlers = root.handlers[:]
    root.handlers.clear()
    try:
        with pytest.raises(AssertionError, match="disk is nearly full"), guards.watched_log():
            logging.getLogger("newsroom.store").warning("The disk is nearly full")
    finally:
        root.handlers[:] = handlers


def test_announced_warning_passes(log_guard: guards.LogGuard) -> None:
    log_guard.expect("nearly full")
    logging.getLogger("newsroom.store").warning("The disk is nearly full")
    logging.getLogger("newsroom.store").info("A line that nobody needs to announce")


def test_announced_warning_that_never_comes_fails() -> None:
    with pytest.raises(AssertionError, match="never logged"), guards.watched_log() as guard:
        guard.expect("nearly full")


def test_running_thread_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "GRACE", 0.01)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    try:
        with pytest.raises(AssertionError, match="forgotten"), guards.no_leaked_threads():
            thread.start()
    finally:
        stop.set()
        thread.join()


def test_ended_thread_passes() -> None:
    stop = threading.Event()
    with guards.no_leaked_threads():
        threading.Thread(target=stop.wait).start()
        stop.set()


def test_network_is_refused_even_where_the_refusal_is_swallowed() -> None:
    with (
        socket.socket() as sock,
        pytest.raises(AssertionError, match=r"192\.0\.2\.1"),
        guards.no_network(),
        pytest.raises(ConnectionRefusedError),
    ):
        sock.connect(("192.0.2.1", 80))


def test_name_look_up_is_refused() -> None:
    with (
        pytest.raises(AssertionError, match=r"steppe-courier\.example"),
        guards.no_network(),
        pytest.raises(OSError, match="may not reach"),
    ):
        socket.create_connection(("steppe-courier.example", 443))


def test_loopback_is_allowed() -> None:
    with (
        guards.no_network(),
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        peer, _ = server.accept()
        peer.close()
        assert client.recv(1) == b""


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "::1", "/tmp/s.sock", None, b"\0x"])
def test_local_hosts(host: object) -> None:
    assert guards.is_local(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "0.0.0.0", "localhost.example", "2001:db8::1", "kz"])
def test_far_hosts(host: object) -> None:
    assert not guards.is_local(host)


def test_home_is_the_tests_own(private_home: Path) -> None:
    assert Path.home() == private_home
    assert os.environ["XDG_DATA_HOME"].startswith(str(private_home))


def test_settings_of_the_person_are_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_PASSPHRASE", "secret")
    assert guards.private_environment(Path("x"))["NEWSROOM_PASSPHRASE"] is None
