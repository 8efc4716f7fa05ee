"""A real Chromium for the tests in this folder, and pages that notice what a reader should never meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from .. import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.launched() as launched:
        yield launched


Open = Callable[..., Page]

STARTED = "html.js:not(:has([data-md-scrollfix])), html:not(:has(#material-scripts))"
"""Material's script has run, which comes after the first painting; or the page has none."""

NO_INDEX = {"config": {"lang": ["en"], "separator": r"\s+", "pipeline": [], "fields": {}}, "docs": [], "options": {}}


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the built site: ``open_page("timeline/", width=360)``; other options go to the browser's context.

    Without ``search`` the index of the search is empty: to read it takes longer than most of what is tried.

    At the end of the test it fails for a message on the console, an error of a script, or a request to another site.
    """
    contexts = []
    trouble: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            trouble.append(f"request to {request.url}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            trouble.append(f"console: {message.text}")

    def open(path: str, width: int = 1280, height: int = 900, search: bool = False, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        if not search:
            context.route("**/search/search_index.json", lambda route: route.fulfill(json=NO_INDEX))
        page = context.new_page()
        page.on("request", note_request)
        page.on("console", note_message)
        page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.goto(address + path)
        if options.get("java_script_enabled", True):
            page.wait_for_selector(STARTED, state="attached")
        return page

    yield open
    for context in contexts:
        context.close()
    assert trouble == []
