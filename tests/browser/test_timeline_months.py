"""A record too long for one page: the list in pages by month, the chart's data in one file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_timeline.pages.timeline import MOST_ON_A_PAGE

from .. import site, synthetic
from .conftest import Open
from .timeline import ask, part, query, shown, until, wait

SIZE = MOST_ON_A_PAGE + 100


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site of more events than one page takes is served."""
    folder = tmp_path_factory.mktemp("long")
    synthetic.write(folder / "data", SIZE)
    done = site.build(folder / "site", {"TIMELINE_DATA": str(folder / "data")})
    assert done.returncode == 0, done.stdout + done.stderr
    server, root = site.serve(folder)
    yield f"{root}site/"
    server.shutdown()


def test_the_chart_holds_every_event_and_the_page_a_hundred(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    assert ask(page, "t.record.size") == SIZE
    assert len(shown(page)) == 100
    assert page.locator(part("count")).inner_text().startswith(f"{SIZE} ")


def test_the_list_follows_the_filter(open_page: Open) -> None:
    page = wait(open_page("timeline/?kind=exchange&importance=landmark"))
    ids = shown(page)
    assert 0 < len(ids) < 100
    kinds = ask(page, "x.map(id => t.record.data.kinds[t.record.kind[t.record.byId.get(id)]])", ids)
    assert set(kinds) == {"exchange"}


def test_an_event_of_any_month_can_be_chosen_and_read(open_page: Open) -> None:
    page = wait(open_page("timeline/"))
    last = ask(page, "t.record.id(t.record.size - 1)")
    page.goto(page.url + f"?event={last}")
    wait(page)
    until(page, "document.querySelector('[data-part=panel-body] .tl-sources')")
    assert page.locator(f"{part('panel')} h2").inner_text() == ask(page, "t.record.title(t.record.size - 1)")
    assert query(page) == {"event": last}


def test_without_scripts_each_month_is_a_page_that_leads_to_the_next(open_page: Open) -> None:
    page = open_page("timeline/", java_script_enabled=False)
    page.locator(".jumps a").first.click()
    seen = page.locator("[data-event]").count()
    while (on := page.locator("a[rel=next]")).count():
        on.first.click()
        seen += page.locator("[data-event]").count()
    assert seen == SIZE
