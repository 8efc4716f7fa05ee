"""The chart: lanes, marks, labels, the axis, the overview, and moving about."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from .conftest import Open
from .timeline import ask, part, place, query, settle, until, wait

PHASES = ["normandy", "istanbul", "ceasefires", "mediators", "obstacles", "prospects"]
ISTANBUL = "2022-03-29-istanbul-talks"


def test_it_opens_on_2022_with_a_lane_for_each_phase(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    assert page.locator(part("extent")).inner_text() == "1 January – 31 December 2022"
    assert ask(page, "t.lanes.lanes.length") == len(PHASES)
    assert query(page) == {}


def test_it_does_not_wait_for_the_sites_frame(open_page: Open, address: str) -> None:
    page = open_page("about/")
    page.context.route("**/bundle.*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{address}timeline/?phase=istanbul")
    assert ask(wait(page), "t.state.chosen") == {"phase": ["istanbul"]}


@pytest.mark.parametrize("path", ["timeline/", "timeline/embed/"])
def test_a_chart_that_breaks_leaves_the_list(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("HTMLElement.prototype.toggleAttribute = () => { throw new Error('broken on purpose'); };")
    page.goto(address + path)
    expect(page.locator(f"[data-event='{ISTANBUL}'] a")).to_be_visible()
    assert errors == ["broken on purpose"]
    assert page.locator("event-timeline[ready]").count() == 0
    page.close()


@pytest.mark.parametrize(
    ("by", "last"), [("party", "Others"), ("country", "Elsewhere, or no place"), ("kind", "Other kinds")]
)
def test_lanes_are_the_dozen_most_frequent_and_the_others(open_page: Open, by: str, last: str) -> None:
    page = wait(open_page("timeline/"))
    page.locator(part("lanes-by")).select_option(by)
    names = page.locator(f"{part('heads')} b").all_inner_texts()
    assert len(names) == 13
    assert names[-1] == last
    assert query(page) == {"lanes": by}
    sizes = ask(page, "t.chart.layouts.slice(0, 12).map(lane => lane.total + lane.guests)")
    assert sizes == sorted(sizes, reverse=True)


def test_every_event_stands_in_one_home_lane_and_as_a_guest_in_its_other_phases(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    assert ask(page, "t.chart.layouts.reduce((sum, lane) => sum + lane.total, 0) === t.record.size")
    guests = ask(page, "t.chart.layouts.reduce((sum, lane) => sum + lane.guests, 0)")
    assert guests == ask(page, "t.record.data.rows.reduce((sum, row) => sum + row[6].length, 0)")
    home, guest = ask(page, "t.lanes.of(t.record.byId.get(x)).slice(0, 2)", ISTANBUL)
    marks = ask(
        page,
        "t.chart.layouts.map(lane => lane.marks.filter(mark => mark.event === t.record.byId.get(x)).map(m => m.shared))",
        ISTANBUL,
    )
    assert marks[home] == [0]
    assert marks[guest] == [1 if home > guest else -1]


def test_nothing_is_lost_marks_spans_and_counted_clusters_hold_every_event(open_page: Open) -> None:
    page = wait(open_page("timeline/?from=2014-01-01&to=2026-12-31"))
    settle(page)
    held = ask(
        page,
        """t.chart.layouts.map(lane => new Set([...lane.marks.filter(m => !m.shared), ...lane.spans.filter(s => !s.shared)]
           .map(m => m.event).concat(lane.clusters.flatMap(c => c.events))).size)""",
    )
    assert all(have >= total for have, total in zip(held, ask(page, "t.chart.layouts.map(l => l.total)"), strict=True))


def test_marks_of_a_lane_do_not_cover_each_other(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    overlaps = ask(
        page,
        """t.chart.layouts.flatMap(lane => lane.marks.flatMap((a, i) => lane.marks.slice(i + 1).filter(b =>
             a.row === b.row && Math.abs(t.scale.x(t.record.at(a.event)) - t.scale.x(t.record.at(b.event))) < 5)))""",
    )
    assert overlaps == []


def test_flags_stand_apart_at_every_zoom(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    for extent in ("2014-01-01/2026-12-31", "2022-01-01/2022-12-31", "2022-02-01/2022-06-30", "2022-03-20/2022-04-20"):
        ask(page, "t.showExtent(x)", extent)
        settle(page)
        overlaps = ask(
            page,
            """t.chart.boxes.flatMap(({ flags }) => flags.flatMap((a, i) => flags.slice(i + 1).filter(b => {
                 const side = f => f.left ? [t.scale.x(f.day) - f.width, t.scale.x(f.day)] : [t.scale.x(f.day), t.scale.x(f.day) + f.width];
                 const [[p, q], [r, s]] = [side(a), side(b)];
                 return a.row === b.row && p < s && r < q;
               })))""",
        )
        assert overlaps == [], extent
        assert ask(page, "t.chart.boxes.some(box => box.flags.length)")


def test_coming_closer_opens_clusters_and_shows_more_names(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    counted = "t.chart.layouts.reduce((sum, lane) => sum + lane.clusters.reduce((n, c) => n + c.events.length, 0), 0)"
    named = "t.chart.layouts.reduce((sum, lane) => sum + lane.marks.filter(mark => mark.text).length, 0)"
    far = ask(page, counted), ask(page, named)
    ask(page, "t.showExtent(x)", "2022-03-25/2022-04-05")
    settle(page)
    assert ask(page, counted) < far[0]
    assert ask(page, named) > far[1] == 0


def test_a_press_on_a_cluster_comes_closer(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    days = ask(page, "t.scale.to - t.scale.from")
    x, y = ask(
        page,
        """(() => {
            const lane = t.chart.layouts.findIndex(lane => lane.clusters.some(c => c.to - c.from > 2));
            const cluster = t.chart.layouts[lane].clusters.find(c => c.to - c.from > 2);
            scrollBy(0, t.part("plot").getBoundingClientRect().top + t.chart.boxes[lane].pills - innerHeight / 2);
            const box = t.part("plot").getBoundingClientRect();
            return [box.left + t.scale.x(cluster.at), box.top + t.chart.boxes[lane].pills];
        })()""",
    )
    page.mouse.click(x, y)
    settle(page)
    assert ask(page, "t.scale.to - t.scale.from") < days / 3
    assert {"from", "to"} <= query(page).keys()


def test_a_month_is_drawn_as_a_month_and_about_as_soft(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    rows = ask(page, "t.record.data.rows.map(row => [row[0], row[1], row[2], row[3]])")
    months = [row for row in rows if row[3] & 4]
    assert months, "the record has dates known to the month"
    assert all(end - start >= 27 for _, start, end, _ in months)
    assert any(row[3] & 8 for row in rows), "the record has approximate days"
    assert all(end - start < 3 or soft & 4 or soft & 8 == 0 for _, start, end, soft in rows)


def test_the_axis_goes_from_years_to_days(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    labels = {}
    for extent in ("2014-01-01/2026-12-31", "2022-01-01/2022-12-31", "2022-03-28/2022-04-03"):
        ask(page, "t.showExtent(x)", extent)
        settle(page)
        ticks = ask(page, "t.chart.ticks")
        labels[extent] = [tick["label"] for tick in [*ticks["coarse"], *ticks["fine"]]]
    assert "2018" in labels["2014-01-01/2026-12-31"]
    assert "March" in labels["2022-01-01/2022-12-31"]
    assert any("29" in label for label in labels["2022-03-28/2022-04-03"])


def test_presets_set_the_time_and_back_undoes_it(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.get_by_role("button", name="Feb–Jun").click()
    settle(page)
    assert query(page) == {"from": "2022-02-01", "to": "2022-06-30"}
    assert page.get_by_role("button", name="Feb–Jun").get_attribute("aria-pressed") == "true"
    page.locator(part("phase-extent")).select_option(label="Direct talks")
    settle(page)
    assert query(page)["from"] == "2022-02-25"
    page.go_back()
    settle(page)
    assert query(page) == {"from": "2022-02-01", "to": "2022-06-30"}
    page.go_back()
    settle(page)
    assert page.locator(part("extent")).inner_text() == "1 January – 31 December 2022"


def test_dragging_moves_in_time_and_the_address_follows(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    before = ask(page, "t.scale.from")
    box = page.locator(part("plot")).bounding_box()
    assert box
    page.mouse.move(box["x"] + 600, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 60, steps=6)
    page.mouse.up()
    settle(page)
    assert ask(page, "t.scale.from") > before + 30
    assert "from" in query(page)


def test_a_plain_wheel_scrolls_the_page_and_a_wheel_with_control_zooms(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    box = page.locator(part("plot")).bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 80)
    days = "t.scale.to - t.scale.from"
    before = ask(page, days)
    page.mouse.wheel(0, 200)
    until(page, "scrollY > 100")
    assert ask(page, days) == before
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    settle(page)
    assert ask(page, days) < before


def test_touch_leaves_scrolling_to_the_page(open_page: Open) -> None:
    page = wait(open_page("timeline/", width=360, height=740, has_touch=True, is_mobile=True))
    assert page.locator(part("plot")).evaluate("element => getComputedStyle(element).touchAction") == "pan-y"
    assert page.locator(part("overview")).evaluate("element => getComputedStyle(element).touchAction") == "pan-y"


def test_two_fingers_come_closer(open_page: Open) -> None:
    page = wait(open_page("timeline/", width=360, height=740, has_touch=True, is_mobile=True))
    box = page.locator(part("plot")).bounding_box()
    assert box
    before = ask(page, "t.scale.to - t.scale.from")
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        fingers = [{"x": x, "y": y, "id": id} for id, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    y = box["y"] + 40
    touch("touchStart", (box["x"] + 140, y), (box["x"] + 180, y))
    for spread in (30, 60, 90, 110):
        touch("touchMove", (box["x"] + 160 - spread, y), (box["x"] + 160 + spread, y))
    touch("touchEnd")
    settle(page)
    assert ask(page, "t.scale.to - t.scale.from") < before / 2


def test_the_brush_of_the_overview_moves_the_view(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    strip = page.locator(part("overview")).bounding_box()
    brush = page.locator(part("brush")).bounding_box()
    assert strip and brush
    before = ask(page, "t.scale.to - t.scale.from")
    page.mouse.move(brush["x"] + brush["width"], brush["y"] + 30)
    page.mouse.down()
    page.mouse.move(brush["x"] + brush["width"] / 2, brush["y"] + 30, steps=5)
    page.mouse.up()
    settle(page)
    assert ask(page, "t.scale.to - t.scale.from") < before


def test_the_battlefield_can_be_switched_off(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    height = ask(page, "t.chart.strip.height")
    page.locator(part("battlefield")).uncheck()
    assert height > 0 == ask(page, "t.chart.strip.height")


def test_a_band_of_the_battlefield_leads_to_its_sources(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    band = ask(page, "t.record.data.bands.find(band => band[2] > t.scale.from)[5]")
    x, y = ask(
        page,
        """(() => {
            const { strip, stripTop } = t.chart;
            const at = t.record.data.bands.findIndex(band => band[5] === x);
            scrollTo(0, t.part("plot").getBoundingClientRect().top + scrollY + strip.top - innerHeight / 2);
            const box = t.part("plot").getBoundingClientRect();
            return [box.left + t.scale.x(t.record.data.bands[at][2]) + 12, box.top + strip.top + stripTop + 18 + strip.rows[at] * 17 + 8];
        })()""",
        band,
    )
    page.mouse.click(x, y)
    page.wait_for_url(f"**/timeline/#battlefield-{band}")


def test_less_motion_means_no_gliding(open_page: Open) -> None:
    page = wait(open_page("timeline/", reduced_motion="reduce"))
    page.get_by_role("button", name="Feb–Jun").click()
    assert ask(page, "new Date(t.scale.from * 86400000).toISOString().slice(0, 10)") == "2022-02-01"


def test_pointing_shows_a_card_and_leaving_hides_it(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.mouse.move(*place(page, ISTANBUL))
    card = page.locator(part("card"))
    card.wait_for(state="visible")
    assert "29 March 2022" in card.inner_text()
    page.mouse.move(5, 5)
    card.wait_for(state="hidden")
