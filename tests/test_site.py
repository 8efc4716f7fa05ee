"""The whole record as a site: it builds strictly, every link leads somewhere, every page says what it is."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from mkdocs_timeline import static
from mkdocs_timeline.load import load

from .conftest import ROOT

BASE = "https://example.org/record/"


class PageReader(HTMLParser):
    """Links, anchors, headings and the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.meta: dict[str, str] = {}
        self.canonical = ""
        self.redirect = False
        self.title = ""
        self._open = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self._open = tag
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("a", "area") and "href" in found:
            self.links.append(found["href"])
        if tag in ("img", "script", "iframe", "source") and "src" in found:
            self.loaded.append(found["src"])
        if tag == "link" and found.get("rel") in ("stylesheet", "icon", "modulepreload", "preload"):
            self.loaded.append(found["href"])
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        if tag == "meta":
            self.redirect |= found.get("http-equiv") == "refresh"
            self.meta[found.get("name") or found.get("http-equiv") or ""] = found.get("content", "")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title += data.strip()


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, PageReader]:
    """Every page by its address."""
    found = {}
    for path in sorted(built.rglob("*.html")):
        relative = path.relative_to(built).as_posix().removesuffix("index.html")
        reader = PageReader()
        reader.feed(path.read_text("utf-8"))
        found[BASE + relative] = reader
    return found


def test_every_record_has_its_page(pages: dict[str, PageReader]) -> None:
    records = load(ROOT / "data", "data")
    folders = {
        "events": "events",
        "actors": "actors",
        "places": "places",
        "topics": "topics",
        "documents": "documents",
        "phases": "phases",
        "publishers": "sources",
    }
    wanted = {f"{BASE}{folder}/{id}/" for kind, folder in folders.items() for id in records.of(kind)}
    assert wanted - set(pages) == set()


@pytest.mark.parametrize(
    "address",
    [
        "", "timeline/", "timeline/embed/", "phases/", "events/", "actors/", "places/", "topics/", "documents/", "documents/compare/", "positions/", "mediation/",
        "figures/", "disputes/", "questions/", "sources/", "glossary/", "data/", "data/codebook/", "about/", "corrections/", "contributing/", "contributing/checks/",
        "contributing/new/",
    ],
)  # fmt: skip
def test_the_fixed_addresses_exist(pages: dict[str, PageReader], address: str) -> None:
    assert BASE + address in pages


def test_every_link_inside_leads_to_a_page_and_an_anchor(pages: dict[str, PageReader], built: Path) -> None:
    broken = []
    ids = {address: set(page.ids) for address, page in pages.items()}
    for address, page in pages.items():
        for link in {*page.links, *page.loaded}:
            if urlsplit(link).scheme in ("data", "mailto"):
                continue
            target, anchor = urldefrag(urljoin(address, link))
            if not target.startswith(BASE):
                continue
            target = target.partition("?")[0]
            file = built / unquote(target.removeprefix(BASE))
            if target in pages:
                if anchor and anchor not in ids[target] and not anchor.startswith("__"):
                    broken.append(f"{address}: no anchor {link}")
            elif not file.is_file():
                broken.append(f"{address}: {link}")
    assert broken[:20] == []


def test_nothing_is_loaded_from_anywhere_else(pages: dict[str, PageReader]) -> None:
    elsewhere = {
        link
        for address, page in pages.items()
        for link in page.loaded
        if not urljoin(address, link).startswith((BASE, "data:"))
    }
    assert elsewhere == set()


def test_every_page_has_a_title_a_description_and_one_h1(pages: dict[str, PageReader]) -> None:
    wrong = [
        address
        for address, page in pages.items()
        if not address.endswith(("404.html", "embed/"))
        and not (page.title and 20 <= len(page.meta.get("description", "")) <= 400 and page.headings.count(1) == 1)
    ]
    assert wrong == []


def test_headings_do_not_skip_a_level(pages: dict[str, PageReader]) -> None:
    wrong = {
        address
        for address, page in pages.items()
        for before, after in zip(page.headings, page.headings[1:], strict=False)
        if after > before + 1
    }
    assert wrong == set()


def test_ids_are_unique_on_each_page(pages: dict[str, PageReader]) -> None:
    wrong = {
        address: {id for id in page.ids if page.ids.count(id) > 1}
        for address, page in pages.items()
        if len(page.ids) != len(set(page.ids))
    }
    assert wrong == {}


def test_the_canonical_address_is_the_page_itself(pages: dict[str, PageReader]) -> None:
    wrong = {
        address: page.canonical
        for address, page in pages.items()
        if page.canonical
        and page.canonical != address
        and not page.redirect
        and not address.endswith(("404.html", "embed/"))
    }
    assert wrong == {}
    assert pages[BASE + "events/2022-03-29-istanbul-talks/"].canonical


def test_every_page_forbids_what_it_does_not_need(pages: dict[str, PageReader]) -> None:
    without = [
        address
        for address, page in pages.items()
        if "default-src 'none'" not in page.meta.get("Content-Security-Policy", "")
        or "unsafe" in page.meta["Content-Security-Policy"]
    ]
    assert without == []
    assert {page.meta.get("referrer") for page in pages.values()} == {"no-referrer"}


def test_the_policy_stands_before_anything_that_is_contributed(built: Path) -> None:
    for path in built.rglob("*.html"):
        html = path.read_text("utf-8")
        head = html[: html.index("Content-Security-Policy")]
        assert "<title" not in head, path
        assert "description" not in head, path


def test_no_page_has_an_inline_script_or_style_but_the_one_to_embed_its_own(built: Path) -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|<style\b|\sstyle=|\son\w+=")
    embed = built / "timeline/embed/index.html"
    wrong = [path for path in built.rglob("*.html") if path != embed and inline.search(path.read_text("utf-8"))]
    assert wrong == []
    html = embed.read_text("utf-8")
    for tag, own in (("style", static.inline_style()), ("script", static.inline_script())):
        digest = b64encode(sha256(own.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in html
        assert f"</{tag}" not in own.text
        html = html.replace(f"<{tag}>{own.text}</{tag}>", "")
    assert not inline.search(html)


def test_a_page_loads_the_scripts_of_the_elements_that_it_has(built: Path) -> None:
    for path in built.rglob("*.html"):
        shown = path.read_text("utf-8").partition("<template id")[0]
        if "javascripts/start.js" not in shown:
            continue  # the page to embed, and redirects
        elements = {"event-timeline", "positions-matrix", "event-editor"}
        loaded = set(re.findall(r'<script src="[^"]*/assets/timeline/[^"]*?([\w-]+)\.js" type="module">', shown))
        assert loaded == {element for element in elements if f"<{element}" in shown}, path


def test_edit_and_report_links_are_prefilled(built: Path) -> None:
    page = (built / "events/2022-03-29-istanbul-talks/index.html").read_text("utf-8")
    assert 'href="https://github.com/example/record/edit/main/data/events/2022/2022-03-29-istanbul-talks.yml"' in page
    assert "issues/new?template=report-an-error.yml&amp;title=Error+in%3A+" in page
    assert "record=events%2F2022-03-29-istanbul-talks" in page


def test_event_pages_stay_out_of_the_navigation(built: Path) -> None:
    page = (built / "about/index.html").read_text("utf-8")
    navigation = page[page.index('class="md-nav') :]
    assert "/events/2022" not in navigation


def test_the_search_index_holds_records_and_no_lists(built: Path) -> None:
    index = json.loads((built / "search/search_index.json").read_text("utf-8"))
    places = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert "events/2022-03-29-istanbul-talks/" in places
    assert not places & {"timeline/", "actors/", "sources/", ""}
