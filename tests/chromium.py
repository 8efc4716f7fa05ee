"""Which Chromium the browser tests and the benchmark use, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Quiet: a browser under test asks nobody for updates, and runs without a screen, also as root in a container.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


def executable(playwright: Playwright) -> str | None:
    """The path of the system's Chromium, or else of Playwright's own; None where there is neither."""
    named = os.environ.get("CHROMIUM")
    for name in (named,) if named else NAMES:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless Chromium.

    Raises:
        RuntimeError: There is none; ``tests/prepare.py`` gets one.
    """
    with sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            raise RuntimeError("there is no Chromium: run `make test`, which gets one, or set CHROMIUM to its path")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
