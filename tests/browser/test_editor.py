"""The form at /contributing/new/: what it writes is what the checks read, whatever is typed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route

from mkdocs_timeline import checks, load

from ..site import ROOT
from .conftest import Open

FILE = "[data-part=yaml]"
ANSWERS = {
    "title": "Delegations speak by video about the harbours",
    "date": "2022-04-22~",
    "actors": "Ukraine, Russia",
    "place": "Istanbul",
    "summary": "The delegations spoke by video [@reuters].\n\nNothing was said of a result [@reuters].",
}
SOURCE = {
    "url": "https://www.reuters.com/world/delegations-speak",
    "title": "Delegations speak",
    "publisher": "Reuters",
    "lang": "en",
    "says": "That they spoke.",
}
HOSTILE = [
    "a: b # c \"d\" 'e'",
    "- item, [x] {y: z}",
    "yes",
    "1.10",
    "*anchor &alias !tag %dir @at `tick`",
    "</textarea><script>alert(1)</script>",
    "ends with colon:",
    "Ünï–cödé “quotes” Київ",
    "=cmd|'/c calc'!A0",
]


def fill(page: Page, answers: dict[str, str]) -> None:
    for name, text in answers.items():
        page.locator(f"form > label [name={name}]").fill(text)
    for name, text in SOURCE.items():
        page.locator(f"[data-source='1'] [name={name}]").fill(text)


def written(page: Page) -> dict[str, object]:
    found = yaml.load(page.locator(FILE).input_value(), yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def test_what_it_writes_passes_the_checks(open_page: Open, tmp_path: Path) -> None:
    page = open_page("contributing/new/")
    fill(page, ANSWERS)
    path = str(page.locator("[data-part=path]").text_content())
    assert path == "data/events/2022/2022-04-22-delegations-speak-by-video-about-the-harbours.yml"
    assert page.locator("[data-part=findings]").inner_text().startswith("Nothing to mend here")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / path).write_text(page.locator(FILE).input_value(), "utf-8")
    records = load.load(tmp_path / "data", "data")
    assert [finding.text() for finding in checks.check(records) if finding.path == path and finding.is_error] == []
    assert records.of("events")[Path(path).stem].record.actors == ("ukraine", "russia")


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_written_so_that_it_is_read_as_typed(open_page: Open, text: str) -> None:
    page = open_page("contributing/new/")
    fill(page, ANSWERS | {"title": text, "summary": f"{text}\n\n{text} [@reuters]", "outcome": text})
    found = written(page)
    assert found["title"] == text
    assert found["outcome"] == text
    assert str(found["summary"]).split() == f"{text} {text} [@reuters]".split()


def test_it_says_what_is_still_to_mend(open_page: Open) -> None:
    page = open_page("contributing/new/")
    fill(page, ANSWERS | {"date": "2022-02-30x", "actors": "Ukrane", "summary": "They spoke [@afp]."})
    said = page.locator("[data-part=findings]").inner_text()
    for words in ("date", "ukrane is none of the actors", "no source has the key afp"):
        assert words in said


def test_names_are_offered_after_those_that_stand_there(open_page: Open) -> None:
    page = open_page("contributing/new/")
    page.locator("[name=actors]").fill("Ukraine, Rus")
    offered = page.locator("#known-actors option").evaluate_all("options => options.map(option => option.value)")
    assert "Ukraine, Russia" in offered


def opened(page: Page) -> str:
    """The address that the button leads to; nobody is asked there."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="")

    page.context.route("https://github.com/**", answer)
    page.get_by_role("link", name="Open in GitHub").click()
    page.wait_for_url("https://github.com/**")
    return asked[0]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The form in a browser that may leave the site."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}contributing/new/")
    yield page
    context.close()


def test_the_button_opens_githubs_editor_with_the_file(page: Page) -> None:
    fill(page, ANSWERS)
    text = page.locator(FILE).input_value()
    address = urlsplit(opened(page))
    assert address.path == "/example/record/new/main"
    asked = parse_qs(address.query)
    assert asked["filename"] == ["data/events/2022/2022-04-22-delegations-speak-by-video-about-the-harbours.yml"]
    assert asked["value"] == [text]


def test_a_long_file_goes_to_the_clipboard_and_its_name_into_the_address(page: Page) -> None:
    fill(page, ANSWERS | {"summary": "The delegations spoke by video [@reuters]. " * 200})
    text = page.locator(FILE).input_value()
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { sessionStorage.kept = text; }; }")
    address = opened(page)
    assert len(address) < 300
    assert "value" not in parse_qs(urlsplit(address).query)
    page.go_back()
    assert page.evaluate("sessionStorage.kept") == text
