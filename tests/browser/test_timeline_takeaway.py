"""What a reader takes away: files of what is filtered, paper, and a view for another page."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from playwright.sync_api import Page

from .conftest import Open
from .timeline import ask, part, query, until, wait

ASKED = "timeline/?kind=exchange&importance=landmark,major"
MENU = "Take away"


def taken(page: Page, choice: str) -> str:
    page.locator("summary", has_text=MENU).click()
    with page.expect_download() as download:
        page.locator(f"[data-do={choice}]").click()
    return Path(download.value.path()).read_text("utf-8")


def passing(page: Page) -> list[str]:
    return ask(
        page, "[...Array(t.record.size).keys()].filter(e => t.passed[e >> 5] >>> (e & 31) & 1).map(e => t.record.id(e))"
    )


def test_csv_holds_what_is_filtered_with_sources(open_page: Open) -> None:
    page = wait(open_page(ASKED))
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv"))))
    assert [row["id"] for row in rows] == passing(page)
    assert all(row["sources"].startswith("https://") or row["sources"].startswith("http://") for row in rows)
    assert not any("[@" in row["summary"] for row in rows)


def test_json_holds_whole_records(open_page: Open) -> None:
    page = wait(open_page(ASKED))
    events = json.loads(taken(page, "json"))["events"]
    assert [event["id"] for event in events] == passing(page)
    assert {"summary", "sources", "disputes", "figures"} <= events[0].keys()


def test_ics_is_a_calendar_of_whole_days_folded_at_75_octets(open_page: Open) -> None:
    page = wait(open_page(ASKED))
    with_returns = taken(page, "ics")
    lines = with_returns.split("\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    text = with_returns.replace("\r\n", "\n").replace("\n ", "")
    starts = re.findall(r"^DTSTART;VALUE=DATE:\d{8}$", text, re.MULTILINE)
    assert len(starts) == text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(passing(page))


def test_paper_holds_the_filtered_list_with_summaries_sources_and_addresses(open_page: Open) -> None:
    page = wait(open_page(ASKED))
    page.evaluate("() => { window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = true; } }")
    page.locator("summary", has_text=MENU).click()
    page.locator("[data-do=print]").click()
    until(page, "window.printed")
    page.emulate_media(media="print")
    entries = page.locator(f"{part('list')} [data-event]:visible")
    assert 0 < entries.count() <= len(passing(page))
    for entry in entries.all():
        text = entry.locator(".entry__print").inner_text()
        assert re.search(r"1\. .+ https?://", text), text
    asked = page.locator(part("asked")).inner_text()
    assert "Kind: exchange" in asked
    assert "1 January – 31 December 2022" in asked
    assert page.locator(part("filter")).is_hidden()
    assert page.locator("header.md-header").is_hidden()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"


def test_the_snippet_embeds_this_view(open_page: Open, address: str) -> None:
    page = wait(open_page(f"{ASKED}&from=2022-09-01&to=2022-09-30&lanes=country"))
    page.locator("summary", has_text=MENU).click()
    page.locator("[data-do=embed]").click()
    snippet = page.locator(part("snippet")).input_value()
    source = re.search(r'src="([^"]+)"', snippet)
    assert source
    inside = source[1].replace("&amp;", "&")
    assert inside.startswith(f"{address}timeline/embed/")
    assert "sandbox" not in snippet
    framed = wait(open_page(inside.removeprefix(address)))
    assert query(framed) == query(page)
    assert framed.locator(part("lanes-by")).input_value() == "country"


def test_the_embed_is_a_bare_page_that_leads_to_the_whole_timeline(open_page: Open) -> None:
    page = wait(open_page("timeline/embed/", width=600, height=500))
    assert page.locator("header").count() == 0
    page.get_by_role("link", name="The whole timeline").click()
    page.wait_for_url("**/timeline/")
