"""A real Chromium in front of a real server: `portal_address` has the starter library, `stand_in_address` has
replies that are made up."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]
WIDE, PHONE = (1280, 900), (390, 844)
STARTS_WITHIN = 120
Opens = Callable[..., Page]

expect.set_options(timeout=20_000)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip(
            "NO CHROMIUM ON THIS MACHINE: the pages were NOT looked at. Debian: apt-get install chromium"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def portal_address(prepared_home: Path) -> Iterator[str]:
    """The portal as `make run` starts it, on a fresh machine."""
    with served("streamlit_app.py", prepared_home, LOTSE_DEMO="true") as address:
        yield address


@pytest.fixture(scope="package")
def stand_in_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("stand-in")
    with served("tests/browser/stand_in.py", home, LOTSE_OPEN="ask, library") as address:
        yield address


@pytest.fixture
def opens(chromium: Browser) -> Iterator[Opens]:
    """Opens an address in a window of its own and waits until the page can be used."""
    contexts = []

    def opened(address: str, size: tuple[int, int] = WIDE, dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="de-DE",
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=60_000)
        return page

    yield opened
    for context in contexts:
        context.close()


def environment(home: Path, **settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")}
    return {**kept, "LOTSE_HOME": str(home), "PYTHONPATH": str(ROOT), **settings}


@contextmanager
def served(script: str, home: Path, **settings: str) -> Iterator[str]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {"LOTSE_PUBLIC_URL": address, **settings}
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", script, *options]
    log = home / "server.log"
    with log.open("wb") as output:
        environ = environment(home, **settings)
        server = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=output, stderr=output)
        try:
            wait_for(f"{address}/healthz", server, log)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx.get(address, timeout=STARTS_WITHIN, trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.3)
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')[-3000:]}")
