"""A walk through the site as a reader's browser takes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

KINDS = ["actors", "documents", "events", "phases", "places", "sources", "topics"]


def some(built: Path) -> list[str]:
    """Every page that is not one of many, and the first, middle and last of each kind."""
    paths = sorted(path.relative_to(built).as_posix().removesuffix("index.html") for path in built.rglob("index.html"))
    alone = [path for path in paths if path.split("/")[0] not in KINDS]
    many = [[path for path in paths if path.startswith(f"{kind}/")] for kind in KINDS]
    return alone + [group[at] for group in many for at in {0, len(group) // 2, -1}]


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_no_page_asks_anybody_else_or_breaks_its_policy(
    browser: Browser, built: Path, address: str, javascript: bool
) -> None:
    trouble: list[str] = []
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.on(
        "request", lambda request: request.url.startswith((address, "data:", "blob:")) or trouble.append(request.url)
    )
    page.on("response", lambda answer: answer.status < 400 or trouble.append(f"{answer.status} {answer.url}"))
    page.on("console", lambda message: message.type in ("error", "warning") and trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    paths = some(built)
    assert len(paths) > 30
    for path in paths:
        before = len(trouble)
        page.goto(address + path)
        trouble[before:] = [f"{path}: {item}" for item in trouble[before:]]
    context.close()
    assert trouble == []


@pytest.mark.parametrize("path", ["", "timeline/", "timeline/embed/", "contributing/new/"])
def test_the_policy_of_a_page_is_in_force(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    page.goto(address + path)
    ran = page.evaluate(
        """async () => {
            const refused = new Set();
            document.addEventListener("securitypolicyviolation", (event) => refused.add(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            const image = new Image();
            image.src = "https://example.org/pixel.png";
            document.body.append(image);
            for (let at = 0; at < 60 && refused.size < 2; at++) await new Promise(requestAnimationFrame);
            return { ran: window.ran === true, refused: [...refused].sort() };
        }"""
    )
    page.close()
    assert ran == {"ran": False, "refused": ["img-src", "script-src-elem"]}
