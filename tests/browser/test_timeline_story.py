"""The tours: events in order, a sentence each, the chart moving along."""

from __future__ import annotations

from playwright.sync_api import Page

from .conftest import Open
from .timeline import ask, part, query, settle, wait


def steps(page: Page, story: str = "the-talks") -> list[str]:
    return ask(page, "t.record.data.stories.find(([id]) => id === x)[2].map(([event]) => t.record.id(event))", story)


def test_the_button_starts_the_main_tour_at_its_first_step(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.get_by_role("button", name="The talks in five minutes").first.click()
    ids = steps(page)
    assert 12 <= len(ids) <= 18
    assert page.locator(part("story")).is_visible()
    assert page.locator(part("story-place")).inner_text() == f"1 of {len(ids)}"
    assert query(page)["story"] == "the-talks"
    assert query(page)["event"] == ids[0]
    assert page.evaluate("document.activeElement.dataset.part") == "story-next"


def test_each_step_says_its_sentence_and_brings_its_event_into_view(open_page: Open) -> None:
    page = wait(open_page("timeline/?story=the-talks&step=1", reduced_motion="reduce"))
    ids = steps(page)
    sentences = set()
    for number, event in enumerate(ids, start=1):
        settle(page)
        assert page.locator(part("story-place")).inner_text() == f"{number} of {len(ids)}"
        assert query(page)["event"] == event
        x = ask(page, "t.scale.x(t.record.at(t.points.chosen))")
        assert 0 < x < ask(page, "t.scale.width")
        sentences.add(page.locator(part("story-sentence")).inner_text())
        if number < len(ids):
            page.locator(part("story-next")).click()
    assert len(sentences) == len(ids)
    assert page.locator(part("story-next")).get_attribute("aria-disabled") == "true"


def test_arrow_keys_turn_and_escape_ends(open_page: Open) -> None:
    page = wait(open_page("timeline/?story=the-talks&step=3"))
    page.locator(part("story-next")).focus()
    page.keyboard.press("ArrowRight")
    assert query(page)["step"] == "4"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert query(page)["step"] == "2"
    page.keyboard.press("Escape")
    assert page.locator(part("story")).is_hidden()
    assert "story" not in query(page)
    assert page.evaluate("document.activeElement.dataset.part") == "chart"


def test_a_swipe_turns(open_page: Open) -> None:
    page = wait(open_page("timeline/?story=the-talks&step=3", width=360, height=740, has_touch=True, is_mobile=True))
    box = page.locator(part("story-sentence")).bounding_box()
    assert box
    devtools = page.context.new_cdp_session(page)
    y = box["y"] + box["height"] / 2
    for kind, x in [("touchStart", 280), ("touchMove", 240), ("touchMove", 160), ("touchMove", 100), ("touchEnd", 0)]:
        points = [{"x": x, "y": y}] if x else []
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    page.wait_for_url("**step=4")


def test_back_goes_a_step_back_and_the_address_opens_any_step(open_page: Open) -> None:
    page = wait(open_page("timeline/?story=the-talks&step=5"))
    before = page.locator(part("story-sentence")).inner_text()
    page.locator(part("story-next")).click()
    assert page.locator(part("story-sentence")).inner_text() != before
    page.go_back()
    assert page.locator(part("story-sentence")).inner_text() == before


def test_each_phase_has_a_tour_of_its_own(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    stories = ask(page, "t.record.data.stories.map(([id]) => id)")
    assert set(stories[1:]) == set(ask(page, "t.record.data.phases.map(phase => phase.id ?? phase[0])"))
    for story in stories[1:]:
        page.locator(f".tl-tours [data-story={story}]").click()
        assert query(page)["story"] == story
        assert len(steps(page, story)) >= 4


def test_on_a_phone_the_tour_stands_alone_without_the_sheet(open_page: Open) -> None:
    page = wait(open_page("timeline/?story=the-talks&step=2", width=360, height=740, has_touch=True, is_mobile=True))
    assert page.locator(part("story")).is_visible()
    assert page.locator(part("panel")).is_hidden()
    assert page.locator(part("story-event")).get_attribute("href") == f"../events/{steps(page)[1]}/"
