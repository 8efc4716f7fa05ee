"""The chart in a headless Chromium beside its peers: how soon it can be used, what it holds, how it moves.

The same for all: "ready" is the first frame painted after the page's own sign that its chart is drawn and usable (ours: the
attribute `ready`; vis-timeline: `onInitialDrawComplete`; TimelineJS: `loaded`; the peers' pages put it into the same attribute),
counted from the start of the navigation, in a context without cache, from one server on this machine.
"""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import monotonic
from typing import Any

from playwright.sync_api import Browser, Page

from mkdocs_timeline import chart, export_tree, pages, static, tree
from mkdocs_timeline.pages.timeline import chart_data, embed

from .. import chromium
from ..browser.timeline import part, until
from ..site import ROOT, Quiet, Server
from . import trees
from .table import Row, at_most, beside

RUNS = 5
FEW, MANY = 200, 10_000
TYPED = "northern talks"
SECONDS = 3.0
PEERS = Path(__file__).parent / "peers"

_PROBE = """
const found = window.measured = { ready: new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now());
    channel.port2.postMessage(0);
  });
  new MutationObserver((_, observer) => {
    if (!document.querySelector("[ready]")) return;
    observer.disconnect();
    painted();
  }).observe(document, { subtree: true, attributeFilter: ["ready"] });
}), paint: new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) resolve(entry.startTime);
  }).observe({ type: "paint", buffered: true });
}), shift: 0, tasks: [0], keys: [], frames: [] };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) found.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) found.tasks.push(entry.duration); }).observe({ type: "longtask", buffered: true });
let pressed = 0;
addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
addEventListener("input", () => {
  const since = pressed;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => found.keys.push(performance.now() - since);
    channel.port2.postMessage(0);
  });
}, true);
"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def opened(browser: Browser, address: str, slowdown: float = 1) -> Iterator[Page]:
    """The page at ``address`` in a context of its own, once it is ready."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.add_init_script(_PROBE)
        if slowdown > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.goto(address)
        page.evaluate("measured.ready")
        yield page
    finally:
        context.close()


# What is served


def embedded(size: int) -> Path:
    """The bare page of a synthetic record, with what it loads."""
    data = trees.record(size)
    return trees.kept(f"embed-{size}", (*trees.SITE_PARTS, data), partial(_write_embedded, data))


def _write_embedded(data: Path, folder: Path) -> None:
    dataset, _ = tree.dataset_of(data, "data")
    context = pages.Context(dataset, export_tree.site_of(export_tree.read_config(ROOT / "mkdocs.yml"), ROOT))
    files: dict[str, str | bytes] = {
        "timeline/embed/index.html": embed(context),
        "timeline/chart.json": chart_data(context),
        "timeline/words.json": chart.words(dataset),
        **static.assets(),
    }
    for path, content in files.items():
        _write(folder / path, content)


def peers(size: int) -> Path:
    """The peers' pages with the same events."""
    data = trees.record(size)
    return trees.kept(f"peers-{size}", (PEERS, ROOT / "package-lock.json", data), partial(_write_peers, data))


def _write_peers(data: Path, folder: Path) -> None:
    dataset, _ = tree.dataset_of(data, "data")
    groups = list(dataset.phases)
    events = [
        {
            "id": event.id,
            "title": event.title,
            "start": event.date.start.isoformat(),
            "end": event.date.stop.isoformat(),
            "group": groups.index(event.phase),
        }
        for event in dataset.events.values()
    ]
    text = json.dumps({"groups": groups, "events": events})
    for page in PEERS.iterdir():
        _write(folder / page.name, page.read_text("utf-8").replace("EVENTS", text))
    (folder / "packages").symlink_to(ROOT / "node_modules")


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


# What is measured on an open page


Figures = dict[str, float]


def ready(page: Page) -> float:
    return float(page.evaluate("measured.ready"))


def first_paint(page: Page) -> float:
    return float(page.evaluate("measured.paint"))


def heap(page: Page) -> float:
    """MB that scripts hold once what is no longer used was collected."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def frame_time(page: Page, target: str) -> float:
    """The 95th percentile of the time between frames, in ms, while the chart is dragged and then zoomed."""
    box = page.locator(target).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 200)
    page.evaluate(
        """() => {
            const frame = (now) => { measured.frames.push(now); requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
        }"""
    )
    page.mouse.move(x, y)
    page.mouse.down()
    _for(SECONDS / 2, lambda at: page.mouse.move(x + 300 * _wave(at), y))
    page.mouse.up()
    page.keyboard.down("Control")
    _for(SECONDS / 2, lambda at: page.mouse.wheel(0, -40 if _wave(at) > 0 else 40))
    page.keyboard.up("Control")
    frames: list[float] = page.evaluate("measured.frames")
    return quantiles([after - before for before, after in pairwise(frames)], n=20)[-1]


def _for(seconds: float, act: Callable[[float], None]) -> None:
    """Acts for so long; ``act`` gets the seconds that have passed."""
    begun = monotonic()
    while (passed := monotonic() - begun) < seconds:
        act(passed)


def _wave(seconds: float) -> float:
    """Back and forth between -1 and 1, once a second."""
    part = seconds % 1
    return 4 * part if part < 0.25 else 2 - 4 * part if part < 0.75 else 4 * part - 4


def keystroke(page: Page) -> float:
    """The median of ms from a key to the frame that shows what it found."""
    before = page.evaluate("document.querySelector('event-timeline').timeline.filter.texts[0].length")
    page.locator(part("filter")).focus()
    until(page, f"document.querySelector('event-timeline').timeline.filter.texts[0].length > {before}")
    for number, letter in enumerate(TYPED, 1):
        page.keyboard.press(letter if letter != " " else "Space")
        until(page, f"measured.keys.length === {number}")
    times: list[float] = page.evaluate("measured.keys")
    return median(times)


def slow_load(page: Page) -> Figures:
    page.wait_for_timeout(1500)  # what comes late counts too
    return {"shift": page.evaluate("measured.shift"), "task": page.evaluate("Math.max(...measured.tasks)")}


def rows() -> list[Row]:
    found: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        site, real = (stack.enter_context(served(folder)) for folder in (trees.site(FEW), trees.real_site()))
        few, many, large = (stack.enter_context(served(folder)) for folder in (peers(FEW), peers(MANY), embedded(MANY)))
        browser = stack.enter_context(chromium.launched())

        def note(name: str, address: str, measures: dict[str, Callable[[Page], Any]], slowdown: float = 1) -> None:
            with opened(browser, address, slowdown) as page:
                for measure, of in measures.items():
                    found[f"{name} {measure}"].append(of(page))

        for run in range(-1, RUNS):  # the first fills the browser's own caches, and does not count
            if run == 0:
                found.clear()
            note("embed", f"{site}timeline/embed/", {"ready": ready})
            note("vis", f"{few}vis-timeline.html", {"ready": ready})
            note("timeline", f"{site}timeline/", {"ready": ready, "paint": first_paint})
            note("timelinejs", f"{few}timelinejs.html", {"ready": ready})
        for _ in range(RUNS):
            moves = {"ready": ready, "heap": heap}
            note("large", f"{large}timeline/embed/", moves | {"frame": partial(frame_time, target=part("plot"))})
            note("large vis", f"{many}vis-timeline.html", moves | {"frame": partial(frame_time, target=".vis-center")})
            note("typing", f"{large}timeline/embed/", {"key": keystroke})
            note("real", f"{real}timeline/", {"late": slow_load}, slowdown=4)
    vis, large_vis = found["vis ready"], found["large vis ready"]
    late: Any = found["real late"]
    frame = beside(
        f"{MANY:,} events, dragged and zoomed for 3 s: 95th percentile of frames",
        "ms",
        found["large frame"],
        found["large vis frame"],
        0.25,
    )
    if median(found["large frame"]) <= 17:
        frame = at_most(frame.measure, "ms", found["large frame"], 17)
    return [
        beside(f"{FEW} events, embed: ready beside vis-timeline", "ms", found["embed ready"], vis, 0.5),
        beside(
            f"{FEW} events, embed: ready beside TimelineJS", "ms", found["embed ready"], found["timelinejs ready"], 0.25
        ),
        beside(f"{FEW} events, page: ready beside vis-timeline", "ms", found["timeline ready"], vis, 0.85),
        beside(
            f"{FEW} events, page: text readable beside vis-timeline's ready", "ms", found["timeline paint"], vis, 0.5
        ),
        beside(f"{MANY:,} events, embed: ready beside vis-timeline", "ms", found["large ready"], large_vis, 0.12),
        beside(
            f"{MANY:,} events, embed: heap beside vis-timeline", "MB", found["large heap"], found["large vis heap"], 0.3
        ),
        frame,
        at_most(f"{MANY:,} events: key to painted", "ms", found["typing key"], 50),
        at_most("the whole record, processor 4 × slower: layout shift", "", [row["shift"] for row in late], 0.02),
        at_most("the whole record, processor 4 × slower: longest task", "ms", [row["task"] for row in late], 100),
    ]
