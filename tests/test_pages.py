"""Pages of the small record: one golden page of each kind, and what every page owes its reader."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from urllib.parse import parse_qs, urlsplit

import pytest

from mkdocs_timeline import blocks, checks, pages, tree
from mkdocs_timeline.codes import READING
from mkdocs_timeline.load import KINDS
from mkdocs_timeline.pages import Context
from mkdocs_timeline.pages.redirects import redirects
from mkdocs_timeline.pages.timeline import embed

from .conftest import RECORD, Edit, Golden

TALKS = "events/2022-03-29-istanbul-talks/"
DRAFTS = "events/2022-04-drafts-pass-between-delegations/"
SUSPENDED = "events/2022-05-17-talks-suspended/"

PAGES = {
    "home": "",
    "timeline": "timeline/",
    "phase": "phases/istanbul/",
    "event": TALKS,
    "event-on-little": DRAFTS,
    "index": "actors/",
    "actor": "actors/russia/",
    "place": "places/dolmabahce-palace/",
    "topic": "topics/neutrality/",
    "document": "documents/draft-of-april-2022/",
    "compare": "documents/compare/",
    "publisher": "sources/tass/",
    "positions": "positions/",
    "mediation": "mediation/",
    "figures": "figures/",
    "disputes": "disputes/",
    "questions": "questions/",
    "corrections": "corrections/",
    "data": "data/",
    "new-event": "contributing/new/",
}
TOLD_BY_TEST = {"data/codebook/", "contributing/checks/"}
"""Pages that list what the code defines: too long to be read as golden files."""


def rendered(context: Context) -> dict[str, str]:
    """The text of each page by its address."""
    return {page.url: page.text for page in pages.render(context)}


@pytest.fixture(scope="module")
def texts(context: Context) -> dict[str, str]:
    return rendered(context)


def of_folder(folder: Path, url: str) -> str:
    """One page of a changed record."""
    return rendered(Context(tree.dataset_of(folder, "data")[0], RECORD))[url]


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_its_golden_file(name: str, texts: dict[str, str], golden: Golden) -> None:
    golden(f"pages/{name}.md", texts[PAGES[name]])


def test_the_page_to_embed_has_the_list_of_the_timeline(context: Context, texts: dict[str, str]) -> None:
    def listed(text: str) -> list[str]:
        return re.findall(r'data-event="([^"]+)"', text)

    assert listed(embed(context)) == listed(texts["timeline/"]) == list(context.dataset.events)


@pytest.mark.parametrize("module", pages._MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_every_kind_of_page_is_held(module: ModuleType, context: Context) -> None:
    assert {page.url for page in module.pages(context)} & ({*PAGES.values()} | TOLD_BY_TEST)


def test_the_codebook_has_every_field_of_every_record(texts: dict[str, str]) -> None:
    fields = {
        field.alias or name
        for kind in KINDS.values()
        for name, field in kind.model.model_fields.items()
        if not field.exclude
    }
    assert {name for name in fields if f"<code>{name}</code>" not in texts["data/codebook/"]} == set()


def test_the_page_of_checks_has_every_code_with_an_anchor(texts: dict[str, str]) -> None:
    codes = READING | checks.CODES
    assert {code for code in codes if f'id="{code.lower()}"' not in texts["contributing/checks/"].lower()} == set()


def test_every_page_has_one_h1_and_a_description(texts: dict[str, str]) -> None:
    wrong = [
        url
        for url, text in texts.items()
        if len(re.findall(r"<h1[^>]*>[^<]", text)) != 1
        or not re.search(r'^description: "[^"].{18,}"$', text, re.MULTILINE)
    ]
    assert wrong == []


def test_no_line_of_a_page_is_blank_or_indented_after_its_front_matter(texts: dict[str, str]) -> None:
    """A blank line would end the block of HTML, indentation would make it code: an engine would escape it."""
    bodies = {url: text.split("---\n", 2)[2].strip("\n") for url, text in texts.items()}
    assert [url for url, body in bodies.items() if re.search(r"^\s*$|^[ \t]", body, re.MULTILINE)] == []


# What a reader has to know before relying on a record


def test_two_independent_sources_need_no_mark(texts: dict[str, str]) -> None:
    assert 'class="box"' not in texts[TALKS]


@pytest.mark.parametrize(
    ("reliability", "left", "mark"),
    [
        ("medium", "tass", "<b>One independent source.</b> Besides TASS no independent source of this was found. It shows what a side said"),
        ("low", "tass", "<b>No independent source.</b> This rests on TASS alone. It shows what was claimed, not what happened."),
        ("medium", "babel", "<b>One independent source.</b> Besides Babel no independent source of this was found.</p>"),
    ],
    ids=["a side's claim alone", "a source of low reliability alone", "one source"],
)  # fmt: skip
def test_what_rests_on_little_says_so(data: Path, edit: Edit, reliability: str, left: str, mark: str) -> None:
    file = "events/2022/2022-05-17-talks-suspended.yml"
    publisher = "Russian state agency; sound on what officials said."
    edit(
        "publishers.yml", f"reliability: medium\n  why: {publisher}", f"reliability: {reliability}\n  why: {publisher}"
    )
    text = (data / file).read_text("utf-8")
    head, *sources = re.split(r"(?=  - key: |confidence:)", text)
    kept = [part for part in sources if part.startswith((f"  - key: {left}", "confidence:"))]
    head = re.sub(r"(?<=summary: ).*", f"The talks were called suspended [@{left}].", head)
    confidence = "low" if reliability == "low" else "medium"
    (data / file).write_text(head + "".join(kept).replace("confidence: high", f"confidence: {confidence}"), "utf-8")
    assert mark in of_folder(data, SUSPENDED)


def test_an_imported_record_says_that_it_was_not_read_again(texts: dict[str, str]) -> None:
    assert "<b>Not yet re-read.</b>" in texts[DRAFTS]
    assert "Not yet re-read" not in texts[TALKS]


@pytest.mark.parametrize(
    ("date", "time", "words"),
    [
        ("2022-05-17", '<time datetime="2022-05-17">Tuesday 17 May 2022</time>', ""),
        ("2022-05", '<time datetime="2022-05">May 2022</time>', "The month is known, the day is not."),
        ("2022-05-17~", '<time datetime="2022-05-17">about 17 May 2022</time>', "The sources give the date only roughly."),
        ("2022-05-17/2022-06", '<time datetime="2022-05-17">17 May</time> – <time datetime="2022-06">June 2022</time>', "The end is not known to the day."),
    ],
)  # fmt: skip
def test_a_date_is_told_with_its_uncertainty(data: Path, edit: Edit, date: str, time: str, words: str) -> None:
    edit("events/2022/2022-05-17-talks-suspended.yml", "date: 2022-05-17", f"date: {date}")
    text = of_folder(data, SUSPENDED)
    assert time in text
    assert re.findall(r"<span>([^<]* (?:known|roughly)[^<]*)</span>", text) == ([words] if words else [])


# Ways on


def turns(text: str) -> list[tuple[str, str]]:
    return re.findall(r'class="turn__(\w+)" href="\.\./\.\./([^"]+)"', text)


def test_previous_and_next_lead_through_the_phase_and_through_time(texts: dict[str, str]) -> None:
    grain = "events/2022-07-22-black-sea-grain-initiative/"
    assert turns(texts[DRAFTS]) == [("prev", TALKS), ("next", SUSPENDED)]
    assert turns(texts[SUSPENDED]) == [("prev", DRAFTS), ("next", grain)]
    assert turns(texts[grain]) == [("prev", TALKS), ("prev", SUSPENDED)]


def test_a_relation_is_told_at_both_ends(texts: dict[str, str]) -> None:
    assert "<span>Continues</span>" in texts[DRAFTS]
    assert "<span>Continued by</span>" in texts[TALKS]


def links(text: str) -> dict[str, str]:
    """The addresses of a record's links to edit and report, by their words."""
    return {
        words: href.replace("&amp;", "&")
        for href, words in re.findall(r'href="([^"]*)"[^>]*>((?:Edit|Report)[^<]*)<', text)
    }


def test_edit_and_report_open_the_repository_filled_in(texts: dict[str, str]) -> None:
    found = links(texts[TALKS])
    file = "data/events/2022/2022-03-29-istanbul-talks.yml"
    report = urlsplit(found["Report an error"])
    assert found["Edit this record"] == f"https://github.com/example/record/edit/main/{file}"
    assert report.path == "/example/record/issues/new"
    assert parse_qs(report.query) == {
        "template": ["report-an-error.yml"],
        "title": ["Error in: Delegations meet in Istanbul"],
        "record": [TALKS.rstrip("/")],
        "page": [f"https://example.org/record/{TALKS}"],
    }


def test_a_report_names_the_page_it_came_from(texts: dict[str, str]) -> None:
    queries = {url: parse_qs(urlsplit(links(text).get("Report an error", "")).query) for url, text in texts.items()}
    pages = {url: query["page"] for url, query in queries.items() if "page" in query}
    assert pages == {url: [RECORD.address + url] for url in pages}
    assert {TALKS, "sources/tass/", "places/dolmabahce-palace/"} <= pages.keys()


def test_without_a_repository_they_lead_to_what_to_do(context: Context) -> None:
    bare = rendered(Context(context.dataset, replace(RECORD, repository="")))
    how = "../../contributing/#without-a-repository"
    assert links(bare[TALKS]) == {"Edit this record": how, "Report an error": how}
    assert "github.com" not in "".join(bare.values())


def test_a_former_id_leads_to_the_record(context: Context, golden: Golden) -> None:
    found = dict(redirects(context))
    assert sorted(found) == ["events/2022-04-15-draft-treaty/index.html", "sources/un/index.html"]
    golden("pages/redirect.html", found["events/2022-04-15-draft-treaty/index.html"])


# Pieces of the record in hand-written pages


def test_blocks_of_hand_written_pages_are_filled_in(context: Context, golden: Golden) -> None:
    asked = "".join(f"<!-- timeline: {name} -->\n\n" for name in ("numbers", "wanted", "report"))
    golden("pages/blocks.md", blocks.fill(asked, "contributing/", context))


def test_a_block_of_another_name_is_refused(context: Context) -> None:
    with pytest.raises(blocks.BlockError, match=r"^about/: there is no block 'timeline: nombers', there are "):
        blocks.fill("<!-- timeline: nombers -->\n", "about/", context)
