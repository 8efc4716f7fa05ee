"""What the tests of the timeline ask of its page."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

READY = "event-timeline[ready]"


def wait(page: Page) -> Page:
    page.wait_for_selector(READY, state="attached")
    return page


def part(name: str) -> str:
    return f'event-timeline [data-part="{name}"]'


def ask(page: Page, script: str, argument: Any = None) -> Any:
    """The value of ``script``, in which ``t`` is the timeline behind the page's element and ``x`` the argument."""
    return page.evaluate(
        f"x => {{ const t = document.querySelector('event-timeline').timeline; return {script} }}", argument
    )


def place(page: Page, event: str) -> tuple[float, float]:
    """Where an event's mark stands on the screen, scrolled to."""
    page.locator(part("plot")).scroll_into_view_if_needed()
    x, y = ask(
        page,
        """(() => {
            const { x: left, y: top } = t.chart.placeOf(t.record.byId.get(x));
            const box = t.part("plot").getBoundingClientRect();
            if (box.top + top > innerHeight - 80 || box.top + top < 120) scrollBy(0, box.top + top - innerHeight / 2);
            const now = t.part("plot").getBoundingClientRect();
            return [now.left + left, now.top + top];
        })()""",
        event,
    )
    return x, y


def query(page: Page) -> dict[str, str]:
    """The state in the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def settle(page: Page) -> None:
    """Waits until nothing glides and the next frame is painted."""
    page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame);
            const { timeline } = document.querySelector("event-timeline");
            let before = "";
            for (let at = 0; at < 300; at++) {
                await frame();
                await frame();
                const now = `${timeline.scale.from} ${timeline.scale.to}`;
                if (now === before && !timeline.painting) return;
                before = now;
            }
            throw new Error("the timeline does not come to rest");
        }"""
    )


def until(page: Page, script: str) -> None:
    """Waits for ``script`` to be true, looked at each frame (the page's policy forbids Playwright's own way)."""
    page.evaluate(
        f"""async () => {{
            for (let at = 0; at < 600; at++) {{
                if ({script}) return;
                await new Promise(requestAnimationFrame);
            }}
            throw new Error({script!r} + " did not come true");
        }}"""
    )


def shown(page: Page) -> list[str]:
    """Ids of the events in view that pass the filter, as the list shows them."""
    return page.locator(f"{part('list')} [data-event]:visible").evaluate_all(
        "entries => entries.map(entry => entry.dataset.event)"
    )
