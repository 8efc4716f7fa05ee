"""Facets, the text filter, and the address that holds the state."""

from __future__ import annotations

import pytest

from .conftest import Open
from .timeline import ask, part, query, settle, shown, until, wait

WHOLE = "from=2014-01-01&to=2026-12-31"


def passing(page: object) -> int:
    return ask(page, "t.passed.reduce((sum, word) => sum + word.toString(2).replaceAll('0', '').length, 0)")  # type: ignore[arg-type]


def test_there_is_a_facet_for_each_question(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    assert page.locator(f"{part('facets')} summary").all_inner_texts() == [
        "phase",
        "kind",
        "party or person",
        "mediator",
        "place",
        "topic",
        "importance",
        "confidence",
        "source language",
    ]


def test_facets_combine_or_within_and_and_between_with_live_counts(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?{WHOLE}"))
    page.locator("summary", has_text="kind").click()
    talks, call = (
        page.locator("li", has=page.locator("[value=talks]")),
        page.locator("li", has=page.locator("[value=call]")),
    )
    counts = [int(row.locator(".tl-number").inner_text()) for row in (talks, call)]
    talks.locator("input").check()
    assert passing(page) == counts[0]
    call.locator("input").check()
    assert passing(page) == sum(counts)
    page.keyboard.press("Escape")
    page.locator("summary", has_text="phase").click()
    istanbul = page.locator("li", has=page.locator("[value=istanbul]"))
    expected = int(istanbul.locator(".tl-number").inner_text())
    istanbul.locator("input").check()
    assert passing(page) == expected < sum(counts)
    assert query(page)["kind"] == "talks,call"
    assert query(page)["phase"] == "istanbul"


def test_counts_say_what_a_value_would_leave(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?{WHOLE}&phase=istanbul"))
    page.locator("summary", has_text="kind").click()
    for row in page.locator("details[open] li").all()[:4]:
        value, count = row.locator("input").get_attribute("value"), int(row.locator(".tl-number").inner_text())
        row.locator("input").check()
        assert passing(page) == count, value
        row.locator("input").uncheck()


def test_chips_show_what_is_on_and_one_press_clears(open_page: Open) -> None:
    page = wait(open_page("timeline/?kind=talks,call&importance=landmark"))
    chips = page.locator(part("chips"))
    assert chips.locator("button").all_inner_texts() == [
        "Kind: talks\n×",
        "call\n×",
        "Importance: landmark\n×",
        "Clear all",
    ]
    chips.get_by_role("button", name="Leave out kind call").click()
    assert query(page) == {"kind": "talks", "importance": "landmark"}
    chips.get_by_role("button", name="Clear all").click()
    assert query(page) == {}
    assert chips.is_hidden()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lavrov antalya", "2022-03-10-antalya-foreign-ministers"),
        ("МЕДИНСКИЙ", "2022-03-29-istanbul-talks"),
        ("Зеленський", "2022-10-04-decree-no-talks-with-putin"),
        ("erdogan", "2022-03-29-istanbul-talks"),
        ("Çavuşoğlu", "2022-03-29-istanbul-talks"),
        ("cavusoglu", "2022-03-29-istanbul-talks"),
        ("Kiev", "2022-04-09-johnson-visits-kyiv"),
        ("turkey", "2022-07-22-black-sea-grain-initiative"),
        ("zelenskyy", "2022-10-04-decree-no-talks-with-putin"),
        ("2022-07-22", "2022-07-22-black-sea-grain-initiative"),
    ],
)
def test_words_find_events_whatever_the_accents_the_script_and_the_case(
    open_page: Open, typed: str, expected: str
) -> None:
    page = wait(open_page(f"timeline/?{WHOLE}"))
    page.locator(part("filter")).fill(typed)
    until(
        page, f"[...document.querySelectorAll('[data-event]')].some(e => e.dataset.event === {expected!r} && !e.hidden)"
    )
    until(page, "/ match, /.test(document.querySelector('[data-part=count]').textContent)")
    assert 0 < passing(page) < ask(page, "t.record.size")
    assert query(page)["q"] == typed


def test_the_number_of_matches_is_announced(open_page: Open) -> None:
    page = wait(open_page("timeline/?kind=talks"))
    count = page.locator(part("count"))
    assert count.get_attribute("role") == "status"
    assert count.inner_text() == f"{passing(page)} of {ask(page, 't.record.size')} match, {len(shown(page))} in view"


def test_no_match_says_what_was_asked_and_offers_what_to_leave_out(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?{WHOLE}&phase=normandy&q=grain+initiative+odesa"))
    empty = page.locator(part("empty"))
    empty.wait_for(state="visible")
    assert "grain initiative odesa" in empty.inner_text()
    assert not page.locator("#__search").is_checked(), "the words are not taken for a search of the whole site"
    empty.get_by_role("button", name="Clear all").click()
    assert empty.is_hidden()


def test_chart_list_and_overview_follow_the_filter(open_page: Open) -> None:
    page = wait(open_page(f"timeline/?{WHOLE}&kind=exchange"))
    ids = set(shown(page))
    drawn = ask(
        page,
        """[...new Set(t.chart.layouts.flatMap(lane => [...lane.marks, ...lane.spans].map(mark => mark.event)
            .concat(lane.clusters.flatMap(cluster => cluster.events))))].map(event => t.record.id(event))""",
    )
    assert ids == set(drawn)
    assert all(ask(page, "t.record.data.kinds[t.record.kind[t.record.byId.get(x)]]", id) == "exchange" for id in ids)


def test_the_address_restores_everything(open_page: Open) -> None:
    asked = (
        "from=2022-03-01&to=2022-04-30&lanes=party&q=crimea&phase=istanbul,obstacles&topic=crimea"
        "&event=2022-03-29-istanbul-communique"
    )
    page = wait(open_page(f"timeline/?{asked}"))
    settle(page)
    assert page.locator(part("extent")).inner_text() == "1 March – 30 April 2022"
    assert page.locator(part("lanes-by")).input_value() == "party"
    assert page.locator(part("filter")).input_value() == "crimea"
    assert page.locator(part("panel")).is_visible()
    assert page.locator(".is-chosen").get_attribute("data-event") == "2022-03-29-istanbul-communique"
    assert page.url.endswith(asked)


def test_the_embed_holds_the_same_state(open_page: Open) -> None:
    page = wait(open_page("timeline/embed/?kind=talks&event=2022-03-10-antalya-foreign-ministers"))
    assert page.locator(part("panel")).is_visible()
    assert "match" in page.locator(part("count")).inner_text()
    page.locator(part("chips")).get_by_role("button", name="Clear all").click()
    assert query(page) == {"event": "2022-03-10-antalya-foreign-ministers"}


def test_back_undoes_a_facet(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    page.locator("summary", has_text="importance").click()
    page.locator("[value=landmark]").check()
    assert query(page) == {"importance": "landmark"}
    page.go_back()
    assert page.locator(part("chips")).is_hidden()
    assert passing(page) == ask(page, "t.record.size")


@pytest.mark.parametrize(
    "nonsense",
    [
        "event=nobody",
        "kind=talks,nonsense",
        "from=yesterday",
        "from=2022-02-30",
        "from=2022-05-01&to=2022-04-01",
        "lanes=__proto__",
        "story=constructor",
        "step=-1",
        "phase=<script>alert(1)</script>",
    ],
)
def test_nonsense_in_the_address_is_left_out_with_a_notice(open_page: Open, nonsense: str) -> None:
    page = wait(open_page(f"timeline/?{nonsense}"))
    notice = page.locator(part("notice"))
    assert notice.is_visible()
    assert nonsense.split("&")[0].split(",")[-1][:20] in notice.inner_text()
    assert page.locator(part("extent")).inner_text() == "1 January – 31 December 2022"


def test_a_sound_address_gives_no_notice(open_page: Open) -> None:
    page = wait(open_page("timeline/?kind=talks"))
    assert page.locator(part("notice")).is_hidden()
