"""The search, as a reader uses it: what is asked for comes first, and the keyboard is enough."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from .conftest import Open

QUERIES = Path(__file__).with_name("queries.yml")
ENOUGH = 38

FIELD = "[data-md-component=search-query]"
META = ".md-search-result__meta"
RESULT = ".md-search-result__item > a"


def queries() -> dict[str, list[str]]:
    """The pages of which one is wanted, by what is asked."""
    found = yaml.safe_load(QUERIES.read_text("utf-8"))
    return {query: [pages] if isinstance(pages, str) else pages for query, pages in found.items()}


def ask(page: Page, query: str) -> None:
    """Types a query over what stands in the field. The search listens to keys, so a last one follows the text."""
    for text, answer in (("", "Type to start searching"), (query, "matching document")):
        page.fill(FIELD, text)
        page.press(FIELD, "End")
        expect(page.locator(META)).to_contain_text(answer)


def results(page: Page, address: str, first: int = 3) -> list[str]:
    """The pages that the first results lead to."""
    links = page.locator(RESULT).evaluate_all("links => links.map(link => link.href)")[:first]
    return [link.removeprefix(address).partition("?")[0].partition("#")[0] for link in links]


def test_what_is_asked_for_is_among_the_first_three(open_page: Open, address: str) -> None:
    page = open_page("about/", search=True)
    misses = []
    for query, wanted in (asked := queries()).items():
        ask(page, query)
        got = results(page, address)
        if not set(wanted) & set(got):
            misses.append(f"{query!r}: expected {' or '.join(wanted)}, got {', '.join(got) or 'nothing'}")
    assert len(asked) >= 40
    assert len(asked) - len(misses) >= ENOUGH, "\n".join(misses)


def test_every_page_that_is_asked_for_exists(built: Path) -> None:
    pages = {page for wanted in queries().values() for page in wanted}
    assert {page for page in pages if not (built / page / "index.html").is_file()} == set()


def test_a_result_shows_its_date_and_what_it_is_called_besides(open_page: Open) -> None:
    page = open_page("about/", search=True)
    ask(page, "third round of talks")
    expect(page.locator(RESULT).first).to_contain_text("Third round of talks")
    expect(page.locator(RESULT).first.locator(".md-tag:visible")).to_have_text(["7 March 2022", "Round 3"])
    ask(page, "Medinskiy")
    expect(page.locator(RESULT).first.locator(".md-tag mark").first).to_be_visible()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search(open_page: Open, key: str) -> None:
    page = open_page("about/", search=True)
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()


def test_a_result_is_reached_by_the_keyboard(open_page: Open, address: str) -> None:
    page = open_page("about/", search=True)
    page.keyboard.press("/")
    page.keyboard.type("third round")
    expect(page.locator(RESULT).first).to_be_visible()
    second = results(page, address)[1]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULT).nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path.endswith(second))
    expect(page.locator("h1")).to_be_visible()


def test_enter_opens_the_first_result(open_page: Open, address: str) -> None:
    page = open_page("about/", search=True)
    page.keyboard.press("/")
    page.keyboard.type("third round")
    expect(page.locator(RESULT).first).to_be_visible()
    first = results(page, address)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path.endswith(first))


@pytest.mark.parametrize("width", [1280, 360])
def test_the_label_on_the_home_page_leads_into_the_search_field(open_page: Open, width: int) -> None:
    page = open_page("", width=width, search=True)
    page.locator("main").get_by_text("Search events, people, documents").click()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("Bucha")
    expect(page.locator(RESULT).first).to_be_visible()


def test_an_address_can_carry_a_query(open_page: Open, address: str) -> None:
    page = open_page("about/?q=third+round", search=True)
    expect(page.locator(FIELD)).to_have_value("third round")
    expect(page.locator(RESULT).first).to_be_visible()
    assert results(page, address)[0] == "events/2022-03-07-third-round-brest-region/"
