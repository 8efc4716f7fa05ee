"""The timeline on other pages, and every page without scripts."""

from __future__ import annotations

import pytest

from .conftest import Open
from .timeline import ask, part, place, query, settle, wait

SUBJECTS = ["phases/istanbul/", "actors/turkiye/", "topics/neutrality/", "places/kyiv/"]


@pytest.mark.parametrize("path", SUBJECTS)
def test_a_small_chart_shows_the_events_of_the_page(open_page: Open, path: str) -> None:
    page = wait(open_page(path))
    listed = page.locator("#list-of-events [data-event], [data-part=list] [data-event]").evaluate_all(
        "entries => new Set(entries.map(e => e.dataset.event)).size"
    )
    assert ask(page, "t.record.size") == listed > 3
    assert page.get_by_role("link", name="On the timeline").is_visible()


def test_a_small_chart_leads_to_the_pages_of_its_events(open_page: Open) -> None:
    page = wait(open_page("topics/neutrality/"))
    settle(page)
    event = ask(page, "t.record.id(t.shown()[0])")
    page.mouse.click(*place(page, event))
    page.wait_for_url(f"**/events/{event}/")


def test_a_small_chart_leaves_the_address_alone(open_page: Open) -> None:
    page = wait(open_page("topics/neutrality/"))
    page.locator(part("chart")).focus()
    page.keyboard.press("+")
    settle(page)
    assert query(page) == {}


def test_on_the_timeline_keeps_the_filter(open_page: Open) -> None:
    page = wait(open_page("actors/turkiye/"))
    size = ask(page, "t.record.size")
    page.get_by_role("link", name="On the timeline").click()
    wait(page)
    assert page.locator(part("count")).inner_text().startswith(f"{size} of ")


def test_the_picture_on_the_home_page_leads_to_weeks_and_events(open_page: Open) -> None:
    page = open_page("")
    picture = page.locator(".picture--wide")
    assert picture.locator("a[href*='timeline/?from=']").count() > 40
    picture.locator("a.flag text").first.click()
    page.wait_for_url("**/events/**")
    page.go_back()
    picture.locator("a[href$='from=2022-03-28&to=2022-04-03'] .picture__hit").click()
    assert wait(page).locator(part("extent")).inner_text() == "28 March – 3 April 2022"


@pytest.mark.parametrize("path", ["", "timeline/", "timeline/embed/", *SUBJECTS])
def test_without_scripts_the_list_is_whole_and_nothing_is_offered_that_does_not_work(
    open_page: Open, path: str
) -> None:
    page = open_page(path, java_script_enabled=False)
    for dead in page.locator("event-timeline :is(button, input, select, canvas)").all():
        assert not dead.is_visible()
    events = page.locator("a[href*='events/']:visible")
    assert events.count() > 5


def test_without_scripts_the_months_are_jumped_to(open_page: Open) -> None:
    page = open_page("timeline/", java_script_enabled=False)
    page.locator(".jumps a", has_text="Mar").last.click()
    assert page.url.split("#")[1]
    assert page.locator(f"[id='{page.url.split('#')[1]}']").bounding_box()["y"] < 300  # type: ignore[index]
