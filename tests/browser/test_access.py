"""What every reader needs, however they read: axe, narrow screens, large text, forced colours, the keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import Open
from .timeline import part, settle, wait

EVENT = "events/2022-03-29-istanbul-talks/"
CHOSEN = "event=2022-03-29-istanbul-talks"
PAGES = [
    "",
    EVENT,
    "phases/",
    "phases/istanbul/",
    "actors/",
    "actors/turkiye/",
    "places/",
    "places/kyiv/",
    "topics/neutrality/",
    "documents/",
    "documents/istanbul-communique/",
    "documents/compare/",
    "positions/",
    "mediation/",
    "figures/",
    "disputes/",
    "questions/",
    "sources/",
    "data/",
    "about/",
    "contributing/checks/",
    "data/codebook/",
    "contributing/",
    "contributing/new/",
    "corrections/",
    "404.html",
]
STATES = {
    "as it opens": "timeline/",
    "an event chosen": f"timeline/?{CHOSEN}",
    "filtered": "timeline/?kind=talks,call&importance=landmark",
    "nothing found": "timeline/?q=nothing+has+these+words",
    "lanes by party": "timeline/?lanes=party",
    "a notice": "timeline/?kind=nonsense",
    "a tour": "timeline/?story=the-talks&step=3",
    "embedded": f"timeline/embed/?{CHOSEN}",
}


def violations(page: Page) -> list[str]:
    """What axe finds in light and in dark."""
    found = []
    for scheme, theme in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_function("theme => [theme, undefined].includes(document.body.dataset.mdColorScheme)", arg=theme)
        found += [
            f"{scheme} {rule['id']}: {node['target'][0]} {node['failureSummary'].splitlines()[1].strip()}"
            for rule in Axe().run(page).response["violations"]
            for node in rule["nodes"][:4]
        ]
    return found


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page(open_page: Open, path: str) -> None:
    assert violations(open_page(path, bypass_csp=True)) == []


@pytest.mark.parametrize("path", STATES.values(), ids=STATES.keys())
def test_axe_finds_nothing_in_a_state_of_the_timeline(open_page: Open, path: str) -> None:
    page = wait(open_page(path, bypass_csp=True, reduced_motion="reduce"))
    settle(page)
    assert violations(page) == []


@pytest.mark.parametrize("state", ["keys", "embed", "facet", "menu", "phone"])
def test_axe_finds_nothing_with_something_open(open_page: Open, state: str) -> None:
    width = 360 if state == "phone" else 1280
    page = wait(open_page("timeline/", width=width, bypass_csp=True, reduced_motion="reduce"))
    if state == "keys":
        page.locator("[data-do=keys]").click()
    elif state == "embed":
        page.locator("summary", has_text="Take away").click()
        page.locator("[data-do=embed]").click()
    elif state == "facet":
        page.locator("summary", has_text="kind").click()
    elif state == "menu":
        page.locator("summary", has_text="Take away").click()
    else:
        page.locator("[data-do=filters]").click()
    settle(page)
    assert violations(page) == []


SIDEWAYS = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= innerWidth) return [];
    return [...document.body.querySelectorAll("*")]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5)
        .map((element) => element.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize("path", [*PAGES, *STATES.values()])
def test_a_page_fits_320_pixels(open_page: Open, path: str) -> None:
    assert open_page(path, width=320, height=640).evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("path", ["", EVENT, "timeline/", f"timeline/?{CHOSEN}", "phases/istanbul/", "positions/"])
def test_text_at_200_percent_fits(open_page: Open, path: str) -> None:
    assert open_page(path, width=640, height=450, device_scale_factor=2).evaluate(SIDEWAYS) == []


def test_forced_colours_keep_the_chart_and_what_is_chosen_visible(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?{CHOSEN}&kind=talks", forced_colors="active"))
    settle(page)
    colours = page.evaluate(
        """() => {
            const canvas = document.querySelector('event-timeline [data-part=lanes]');
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            const seen = new Set();
            for (let at = 0; at < data.length; at += 4 * 37) if (data[at + 3] > 200) seen.add(data.slice(at, at + 3).join());
            return [...seen];
        }"""
    )
    assert len(colours) >= 2
    pressed = page.locator(".tl-presets button[aria-pressed=true]").first
    other = page.locator(".tl-presets button[aria-pressed=false]").first
    background = "element => getComputedStyle(element).backgroundColor"
    assert pressed.evaluate(background) != other.evaluate(background)


def test_the_first_stop_leads_past_the_header(open_page: Open) -> None:
    page = open_page(EVENT)
    page.keyboard.press("Tab")
    assert "Skip to the content" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header')")


def test_the_keyboard_alone_leads_from_home_to_a_source(open_page: Open) -> None:
    page = open_page("")

    def tab_to(words: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if words in page.evaluate("document.activeElement.textContent + document.activeElement.ariaLabel"):
                return
        raise AssertionError(f"no stop reads {words!r}")

    tab_to("Timeline")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline/")
    wait(page)
    page.locator(part("chart")).focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("link", name="Open the event’s page").wait_for()
    tab_to("Open the event’s page")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
    tab_to("Edit this record")
