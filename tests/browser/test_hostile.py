"""Hostile words in a real browser: no dialog, no request elsewhere, nothing on the console (``open_page`` holds that), only words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_timeline import static

from .. import site
from ..hostile import record
from .conftest import Open
from .timeline import ask, part, until, wait

TEXTS = record.texts()
PAGES = (
    "", "timeline/", "timeline/embed/", "phases/", "events/", "actors/", "places/", "topics/", "documents/", "documents/compare/", "positions/",
    "mediation/", "figures/", "disputes/", "questions/", "sources/", "data/", "about/", "corrections/", "contributing/", "contributing/new/",
)  # fmt: skip

ACTIVE = """(page) => [...page.querySelectorAll("*")].flatMap((element) => {
    const isActive = ["IFRAME", "FRAME", "OBJECT", "EMBED", "BASE", "APPLET", "STYLE"].includes(element.tagName) ||
        (element.tagName === "SCRIPT" && !element.src.startsWith(location.origin) && !element.type.endsWith("json"));
    const holdsScript = ({ name, value }) => name.startsWith("on") || /^\\s*(javascript|vbscript|data:text)\\s*:/i.test(value);
    return isActive || [...element.attributes].some(holdsScript) ? [element.outerHTML.slice(0, 200)] : [];
})"""
"""The elements of a page that do something, and those with an attribute that holds a script."""


@pytest.fixture(scope="module")
def address(hostile: Path) -> Iterator[str]:
    """Where the hostile site is served, in place of the real one."""
    server, root = site.serve(hostile.parent)
    yield f"{root}{hostile.name}/"
    server.shutdown()


def active(page: Page) -> list[str]:
    return page.evaluate(f"({ACTIVE})(document)")


def test_the_browser_reads_no_page_as_anything_active(open_page: Open, hostile: Path) -> None:
    """Every page of the site in the browser's own parser, without what stands in the page to embed as it is published; the tests below open some for real."""
    pages = [path.relative_to(hostile).as_posix() for path in hostile.rglob("*.html")]
    found = open_page("about/").evaluate(
        f"""async ([pages, style, script]) => {{
            const without = (html) => html.replace(`<style>${{style}}</style>`, "").replace(`<script>${{script}}</script>`, "");
            const read = async (path) => new DOMParser().parseFromString(without(await (await fetch(`../${{path}}`)).text()), "text/html");
            const found = [];
            for (const path of pages) found.push(...({ACTIVE})(await read(path)).map((element) => `${{path}}: ${{element}}`));
            return found;
        }}""",
        [pages, static.inline_style().text, static.inline_script().text],
    )
    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_gathers_hostile_words_does_nothing(open_page: Open, path: str) -> None:
    assert open_page(path).locator("h1").first.inner_text()


def test_the_page_of_every_hostile_event_shows_its_words(open_page: Open, address: str) -> None:
    page = open_page("about/")
    for text in TEXTS:
        page.goto(f"{address}events/2022-06-01-{text.name}/", wait_until="domcontentloaded")
        assert page.locator("h1").inner_text() == " ".join(text.line[:140].split())


def test_the_panel_shows_every_hostile_event_as_words(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    for text in TEXTS:
        ask(page, "t.choose(t.record.byId.get(x))", f"2022-06-01-{text.name}")
        until(page, "document.querySelector('[data-part=panel-body]').textContent.includes('Open the event’s page')")
        assert page.locator(part("panel-title")).inner_text() == " ".join(text.line[:140].split())
        assert active(page) == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("script alert", "\\<script\\>alert(1)\\</script\\> \\[x\\]"),
        ('"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'),
        ("{{ 7*7 }}", "{{ config.plugins }} {{ 7*7 }}"),
        ("__proto__", "__proto__ constructor toString hasOwnProperty"),
    ],
)
def test_the_search_shows_hostile_titles_as_words(open_page: Open, words: str, title: str) -> None:
    page = search(open_page("about/", search=True), words)
    page.locator(".md-search-result__link").first.wait_for()
    assert title in "\n".join(page.locator(".md-search-result h1").all_inner_texts())
    assert active(page) == []


@pytest.mark.parametrize(
    "words", ["(", "x:", "*:* -x", "title:x^1000", "~9", "\\", "<script>alert(1)</script>", "a" * 3000]
)
def test_the_search_takes_any_words(open_page: Open, words: str) -> None:
    page = search(open_page("about/", search=True), words)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("matching document"))
    assert active(page) == []


def search(page: Page, words: str) -> Page:
    field = page.locator("[data-md-component=search-query]")
    field.click()
    field.fill(words)
    field.press("End")  # the search listens to keys
    return page


@pytest.mark.parametrize(
    "asked",
    [
        "event=nobody", "event=<script>alert(1)</script>", "event=__proto__", "event=constructor", "event=%00", "event=../../actors/russia",
        "event=javascript:alert(1)", "story=__proto__", "story=toString", "step=-1", "step=1e9", "from=0000-00-00", "from=2022-02-30", "from=<svg onload=alert(1)>",
        "to=Infinity", "from=2022-12-01&to=2022-01-01", "lanes=__proto__", "lanes=constructor", "phase=__proto__", "phase=hasOwnProperty",
        "kind=<img src=x onerror=alert(1)>", "actor=nobody,russia", "topic=%F0%28%8C%28", "importance=" + "a" * 5000, "confidence=%E2%80%AE", "event=" + "%22%3E" * 500,
    ],
)  # fmt: skip
def test_an_address_that_asks_for_nonsense_is_answered_with_a_notice(open_page: Open, asked: str) -> None:
    page = wait(open_page(f"timeline/?{asked}"))
    notice = page.locator(part("notice"))
    assert notice.is_visible()
    assert len(notice.inner_text()) < 400
    assert active(page) == []


@pytest.mark.parametrize(
    "asked",
    ["q=<script>alert(1)</script>", "q=" + "(" * 5000, "q=%00%0a%1b", "q=__proto__", "q=[a-z", "__proto__=x", "constructor=x&toString=y", "=&&=&?", "%", "event", "q=\\"],
)  # fmt: skip
def test_an_address_may_hold_any_words(open_page: Open, asked: str) -> None:
    page = wait(open_page(f"timeline/?{asked}#<script>alert(1)</script>"))
    assert active(page) == []


@pytest.mark.parametrize(
    "path",
    [
        "positions/?date=<script>",
        "positions/?date=999999-99-99",
        "timeline/embed/?event=__proto__",
        "contributing/new/?title=<script>#%00",
    ],
)
def test_other_pages_take_any_address(open_page: Open, path: str) -> None:
    open_page(path)
