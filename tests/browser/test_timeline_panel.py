"""Choosing an event: the panel, the list, the keyboard, what a screen reader hears."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Open
from .timeline import ask, part, place, query, settle, shown, until, wait

ISTANBUL = "2022-03-29-istanbul-talks"
ANTALYA = "2022-03-10-antalya-foreign-ministers"


def filled(page: object) -> None:
    until(page, "document.querySelector('[data-part=panel-body] .tl-sources')")  # type: ignore[arg-type]


def test_a_click_on_a_mark_opens_the_panel_and_marks_the_entry(open_page: Open, built: Path) -> None:
    page = wait(open_page("timeline/"))
    page.mouse.click(*place(page, ISTANBUL))
    filled(page)
    settle(page)
    panel = page.locator(part("panel"))
    assert panel.locator("h2").inner_text() == page.locator(f"[data-event='{ISTANBUL}'] .entry__title").text_content()
    assert query(page) == {"event": ISTANBUL}
    assert page.locator(".is-chosen").get_attribute("data-event") == ISTANBUL
    sources = json.loads((built / f"data/events/{ISTANBUL}.json").read_text("utf-8"))["sources"]
    assert panel.locator(".tl-sources li").count() == len(sources) > 5
    assert panel.get_by_role("link", name="Open the event’s page").get_attribute("href") == f"../events/{ISTANBUL}/"


def test_the_panel_holds_summary_outcome_disputes_and_sources(open_page: Open) -> None:
    page = wait(open_page("timeline/?event=2022-04-09-johnson-visits-kyiv"))
    filled(page)
    assert page.locator(f"{part('panel-body')} h3").all_inner_texts() == [
        "What came of it",
        "Where accounts differ",
        "Sources",
    ]


def test_a_click_in_the_list_chooses_in_the_chart(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.locator(f"[data-event='{ANTALYA}'] a").click()
    assert ask(page, "t.record.id(t.points.chosen)") == ANTALYA
    assert query(page) == {"event": ANTALYA}


def test_a_second_click_in_the_list_leads_to_the_page(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?event={ANTALYA}"))
    page.locator(f"{part('list')} [data-event='{ANTALYA}'] a").click()
    page.wait_for_url(f"**/events/{ANTALYA}/")


def test_next_and_previous_follow_what_is_in_view(open_page: Open) -> None:
    page = wait(open_page("timeline/?kind=talks&phase=istanbul"))
    ids = shown(page)
    page.locator(f"[data-event='{ids[0]}'] a").click()
    page.locator(part("next")).click()
    assert query(page)["event"] == ids[1]
    assert page.locator(part("panel-place")).inner_text() == f"2 of {len(ids)}"
    page.locator(part("previous")).click()
    assert query(page)["event"] == ids[0]
    assert page.locator(part("previous")).is_disabled()


def test_the_link_can_be_copied(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?event={ISTANBUL}", permissions=["clipboard-read", "clipboard-write"]))
    page.locator(part("panel")).get_by_role("button", name="Copy link").click()
    until(page, "document.querySelector('[data-part=toast]').textContent === 'The link is copied.'")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_chart_is_one_stop_for_tab(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.locator(part("chart")).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-part=chart]')") is None


def test_arrows_go_through_events_in_time_and_between_lanes(open_page: Open) -> None:
    page = wait(open_page("timeline/?phase=istanbul"))
    page.locator(part("chart")).focus()
    page.keyboard.press("Home")
    order = ask(page, "t.cursor.order[1].map(event => t.record.id(event))")
    focus = "t.record.id(t.points.focus)"
    ask(page, "t.cursor.put(t.record.byId.get(x))", order[0])
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert ask(page, focus) == order[2]
    page.keyboard.press("ArrowLeft")
    assert ask(page, focus) == order[1]
    page.keyboard.press("End")
    assert ask(page, focus) == order[-1]
    page.keyboard.press("Home")
    assert ask(page, focus) == order[0]


def test_up_and_down_go_to_the_nearest_event_of_the_next_lane(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.locator(part("chart")).focus()
    ask(page, "t.cursor.put(t.record.byId.get(x))", ISTANBUL)
    lane = ask(page, "t.chart.laneOf(t.points.focus)")
    day = ask(page, "t.record.at(t.points.focus)")
    page.keyboard.press("ArrowDown")
    assert ask(page, "t.chart.laneOf(t.points.focus)") == lane + 1
    assert abs(ask(page, "t.record.at(t.points.focus)") - day) < 5
    page.keyboard.press("ArrowUp")
    assert ask(page, "t.chart.laneOf(t.points.focus)") == lane


def test_lanes_by_party_give_the_reading_order_by_party(open_page: Open) -> None:
    page = wait(open_page("timeline/?lanes=party"))
    page.locator(part("chart")).focus()
    page.keyboard.press("Home")
    first = ask(page, "t.lanes.of(t.points.focus)[0]")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
        assert ask(page, "t.lanes.of(t.points.focus)[0]") == first
    assert (
        page.locator(part("spoken")).inner_text().split(", ")[-1].startswith(ask(page, "t.lanes.lanes[x].name", first))
    )


def test_a_screen_reader_hears_date_title_phase_and_position(open_page: Open) -> None:
    page = wait(open_page("timeline/?phase=istanbul"))
    page.locator(part("chart")).focus()
    ask(page, "t.cursor.put(t.record.byId.get(x))", ANTALYA)
    heard = page.locator(part("spoken")).inner_text()
    title = ask(page, "t.record.title(t.points.focus)")
    lane = ask(page, "t.cursor.order[1].length")
    assert heard.startswith(f"Thursday 10 March 2022. {title}. talks, Direct talks. ")
    assert heard.endswith(f" of {lane}.")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2022-03-29", r"Tuesday 29 March 2022"),
        ("####-##", r"[A-Z][a-z]+ \d{4}"),
        ("####-##-##~", r"about \d+ [A-Z][a-z]+ \d{4}"),
        ("####-##/####-##", r"[A-Z][a-z]+( \d{4})? – [A-Z][a-z]+ \d{4}"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(open_page: Open, built: Path, date: str, said: str) -> None:
    events = json.loads((built / "data/events.json").read_text("utf-8"))["events"]
    event = next(event for event in events if re.fullmatch(date.replace("#", r"\d"), event["date"]["edtf"]))
    page = wait(open_page("timeline/"))
    words = ask(page, "t.record.date(t.record.byId.get(x))", event["id"])
    assert re.fullmatch(said, words), words


def test_only_short_parts_speak_of_themselves(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?event={ISTANBUL}"))
    filled(page)
    live = page.locator("event-timeline :is([aria-live], [role=status], [role=alert])")
    assert all(len(text) < 300 for text in live.all_inner_texts())


def test_enter_opens_the_panel_at_its_title_and_escape_leads_back(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.locator(part("chart")).focus()
    ask(page, "t.cursor.put(t.record.byId.get(x))", ISTANBUL)
    page.keyboard.press("Enter")
    assert query(page) == {"event": ISTANBUL}
    assert page.evaluate("document.activeElement.dataset.part") == "panel-title"
    page.keyboard.press("Escape")
    assert page.locator(part("panel")).is_hidden()
    assert page.evaluate("document.activeElement.dataset.part") == "chart"
    assert query(page) == {}


def test_enter_on_an_entry_of_the_list_opens_the_panel_and_escape_leads_back_to_it(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    entry = page.locator(f"[data-event='{ANTALYA}'] a")
    entry.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.part") == "panel-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('[data-event]').dataset.event") == ANTALYA


def test_plus_and_minus_zoom_and_page_keys_move(open_page: Open) -> None:
    page = wait(open_page("timeline/", reduced_motion="reduce"))
    page.locator(part("chart")).focus()
    days = "t.scale.to - t.scale.from"
    before = ask(page, days)
    page.keyboard.press("+")
    settle(page)
    closer = ask(page, days)
    assert closer < before
    page.keyboard.press("-")
    settle(page)
    assert abs(ask(page, days) - before) < 3
    start = ask(page, "t.scale.from")
    page.keyboard.press("PageDown")
    settle(page)
    assert ask(page, "t.scale.from") > start + 200


def test_slash_leads_to_the_filter_and_question_mark_lists_the_keys(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.dataset.part") == "filter"
    assert page.locator(part("filter")).input_value() == ""
    page.keyboard.press("Escape")
    page.locator(part("chart")).focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_focus_is_visible_wherever_it_stands(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    unseen = page.evaluate(
        """() => [...document.querySelectorAll("event-timeline :is(a[href], button, input, select, summary, [tabindex='0'])")]
            .filter((element) => element.checkVisibility() && !element.disabled)
            .slice(0, 80)
            .filter((element) => {
                element.focus({ preventScroll: true, focusVisible: true });
                const own = getComputedStyle(element), around = getComputedStyle(element.closest("label") ?? element);
                return own.outlineStyle === "none" && around.outlineStyle === "none";
            })
            .map((element) => element.outerHTML.slice(0, 90))"""
    )
    assert unseen == []


def test_targets_for_a_finger_are_at_least_24_pixels(open_page: Open) -> None:
    page = wait(open_page("timeline/", width=360, height=740, has_touch=True, is_mobile=True))
    page.locator("[data-do=filters]").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll("event-timeline .tl :is(button, select, summary, input)")]
            .filter((element) => element.checkVisibility())
            .map((element) => [element.outerHTML.slice(0, 80), (element.closest("label") ?? element).getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([html, box]) => `${html} ${Math.round(box.width)}×${Math.round(box.height)}`)"""
    )
    assert small == []


def test_the_panel_is_a_sheet_of_at_most_sixty_percent_on_a_phone(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?event={ISTANBUL}", width=360, height=740, has_touch=True, is_mobile=True))
    filled(page)
    box = page.locator(part("panel")).bounding_box()
    assert box
    assert box["height"] <= 0.6 * 740 + 1
    assert abs(box["y"] + box["height"] - 740) < 2
    assert box["width"] == 360


def test_a_panel_that_cannot_load_says_so_and_leads_to_the_page(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.route("**/events/*.json", lambda route: route.fulfill(body="no JSON"))
    page.locator(f"[data-event='{ANTALYA}'] a").click()
    until(page, "document.querySelector('[data-part=panel-body]').textContent.includes('could not be loaded')")
