"""The open data of the small record: a golden file a format, and each format read by something that did not write it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from mkdocs_timeline import load
from mkdocs_timeline.dataset import Dataset, build
from mkdocs_timeline.exports import FORMATS, export
from mkdocs_timeline.site import Site

from .conftest import BASE, RECORD, Edit, Golden

ATOM = "{http://www.w3.org/2005/Atom}"


def exported(dataset: Dataset, name: str, site: Site = RECORD) -> bytes:
    content: bytes = FORMATS[name].export(dataset, site)
    return content


@pytest.mark.parametrize("name", FORMATS)
def test_format_is_as_its_golden_file(name: str, dataset: Dataset, golden: Golden) -> None:
    golden(f"exports/{name}", exported(dataset, name))


def test_every_format_of_the_design_is_there(dataset: Dataset) -> None:
    fixed = """
        events.json events.csv events.ics events.geojson events.jsonld actors.json documents.json positions.csv figures.csv
        sources.json sources.bib feed.xml datapackage.json
    """
    records = [f"events/{id}.json" for id in dataset.events]
    assert sorted(path.removeprefix("data/") for path, _ in export(dataset, RECORD)) == sorted(
        [*fixed.split(), *records]
    )


def test_the_same_record_gives_the_same_bytes() -> None:
    one, other = (dict(export(build(load.load(BASE, "data")), RECORD)) for _ in range(2))
    assert one == other


# Independent readers: what each format says of the events, as (id, title)


def read_csv(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def read_calendar(raw: bytes) -> list[dict[str, str]]:
    """The events of a calendar by property (RFC 5545, 3.1 and 3.3.11); parameters of properties are left out."""
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line != "END:VEVENT":
            assert name not in ("SUMMARY", "DESCRIPTION") or re.fullmatch(r"(\\.|[^\\,;])*", value), line
            plain = re.sub(r"\\(.)", lambda mark: "\n" if mark[1] in "nN" else mark[1], value)
            events[-1][name.partition(";")[0]] = plain
    return events


def read_bibtex(raw: bytes) -> dict[str, dict[str, str]]:
    """The entries of a BibTeX file by key, by nothing but their braces."""
    text, entries, at = raw.decode(), {}, 0
    while (at := text.find("@misc{", at)) >= 0:
        start, depth, at = at + 6, 1, at + 6
        while depth:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        key, _, body = text[start : at - 1].partition(",\n")
        entries[key] = dict(re.findall(r"^  (\w+) = \{(.*)\},$", body, re.MULTILINE))
    return entries


Titles = list[tuple[str, str]]

READERS: dict[str, Callable[[bytes], Titles]] = {
    "events.json": lambda raw: [(event["id"], event["title"]) for event in json.loads(raw)["events"]],
    "events.csv": lambda raw: [(row["id"], row["title"]) for row in read_csv(raw)],
    "events.ics": lambda raw: [(event["UID"].partition("@")[0], event["SUMMARY"]) for event in read_calendar(raw)],
    "events.jsonld": lambda raw: [(node["@id"].split("/")[-2], node["name"]) for node in json.loads(raw)["@graph"]],
    "feed.xml": lambda raw: [
        (entry.findtext(f"{ATOM}id", "").split("/")[-2], entry.findtext(f"{ATOM}title", ""))
        for entry in reversed(ElementTree.fromstring(raw).findall(f"{ATOM}entry"))
        if "/events/" in entry.findtext(f"{ATOM}id", "")
    ],
}


@pytest.mark.parametrize("name", READERS)
def test_another_reader_finds_every_event_in_date_order(name: str, dataset: Dataset) -> None:
    wanted = [(id, event.title) for id, event in dataset.events.items()]
    assert READERS[name](exported(dataset, name)) == wanted


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "title",
    [
        'Talks; on "grain", corn\\maize & <oil>',
        "END:VEVENT ]]> {curly} \\n $x_1^2 50 %",
        "Довгий заголовок українською: " + "переговори про зерно, " * 4,
    ],
    ids=["separators", "ends of parts", "long and not Latin"],
)
def test_another_reader_gets_the_very_title(name: str, title: str, data: Path) -> None:
    path = data / "events/2022/2022-05-17-talks-suspended.yml"
    text = path.read_text("utf-8").replace(
        "title: Both sides say that the talks are suspended", f"title: |-\n  {title}", 1
    )
    path.write_text(text, "utf-8")
    found = dict(READERS[name](exported(build(load.load(data, "data")), name)))
    assert found["2022-05-17-talks-suspended"] == " ".join(title.split())


# JSON


def part(**fields: Any) -> dict[str, Any]:
    """The schema of an object with exactly these fields."""
    return {"type": "object", "properties": fields, "required": [*fields], "additionalProperties": False}


def listed(item: Any) -> dict[str, Any]:
    return {"type": "array", "items": item}


TEXT, NUMBER = {"type": "string"}, {"type": "number"}
ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
NO_TEXT = {"type": ["string", "null"], "minLength": 1}
NO_ID, NO_NUMBER = {"anyOf": [ID, {"type": "null"}]}, {"type": ["number", "null"]}
DATE = part(edtf=TEXT, start=DAY, end=DAY)
SOURCE = part(
    key=ID,
    url={"type": "string", "pattern": "^https?://"},
    title=TEXT,
    publisher=ID,
    publisher_name=TEXT,
    via=NO_ID,
    published=NO_TEXT,
    lang=TEXT,
    kind={"enum": ["primary", "news", "analysis", "reference"]},
    reliability={"enum": ["high", "medium", "low"]},
    says=TEXT,
    archived=NO_TEXT,
)
EVENT = {
    "id": ID,
    "title": TEXT,
    "date": DATE,
    "phase": ID,
    "also": listed(ID),
    "kind": ID,
    "importance": {"enum": ["landmark", "major", "minor"]},
    "place": {"anyOf": [part(id=ID, name=TEXT, country=TEXT, lat=NUMBER, lon=NUMBER), {"type": "null"}]},
    "actors": listed(ID),
    "mediators": listed(ID),
    "topics": listed(ID),
    "label": TEXT,
    "summary": TEXT,
    "outcome": TEXT,
    "delegations": listed(part(party=ID, members=listed(part(actor=ID, role=TEXT)), note=TEXT, cite=listed(ID))),
    "positions": listed(part(party=ID, said_by=NO_ID, topic=ID, position=TEXT, cite=listed(ID))),
    "disputes": listed(part(claim=TEXT, by=TEXT, against=TEXT, note=TEXT, settled=TEXT)),
    "figures": listed(
        part(what=TEXT, value=TEXT, low=NO_NUMBER, high=NO_NUMBER, unit=TEXT, by=TEXT, as_of=NO_TEXT, cite=listed(ID))
    ),
    "related": listed(part(event=ID, **{"as": ID})),
    "sources": listed(SOURCE),
    "theme": NO_ID,
    "confidence": {"enum": ["high", "medium", "low"]},
    "review": {"enum": ["imported", "read"]},
    "url": {"type": "string", "pattern": "^(https?:/)?/"},
}
ABOUT = {"version": {"const": "1"}, "licence": {"const": "CC-BY-4.0"}}
EVENTS = part(**ABOUT, events=listed(part(**EVENT)))


def valid(raw: bytes, schema: dict[str, Any]) -> Any:
    found = json.loads(raw)
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def test_events_json_has_the_shape_of_the_design(dataset: Dataset) -> None:
    found = valid(exported(dataset, "events.json"), EVENTS)
    assert [event["date"] for event in found["events"]][1] == {
        "edtf": "2022-04",
        "start": "2022-04-01",
        "end": "2022-04-30",
    }


def test_one_record_has_the_same_fields_beside_version_and_licence(dataset: Dataset) -> None:
    whole = {event["id"]: event for event in json.loads(exported(dataset, "events.json"))["events"]}
    files = dict(export(dataset, RECORD))
    for id, event in whole.items():
        found = valid(files[f"data/events/{id}.json"], part(**ABOUT, **EVENT))
        assert {name: value for name, value in found.items() if name not in ABOUT} == event


@pytest.mark.parametrize(
    ("address", "start"), [(RECORD.address, "https://example.org/record/events/"), ("", "/events/")]
)
def test_addresses_are_absolute_where_the_sites_is_known(dataset: Dataset, address: str, start: str) -> None:
    found = valid(exported(dataset, "events.json", replace(RECORD, address=address)), EVENTS)
    assert {event["url"] for event in found["events"]} == {f"{start}{id}/" for id in dataset.events}


def test_a_figure_has_its_bounds_and_its_words(dataset: Dataset, data: Path, edit: Edit) -> None:
    edit("events/2022/2022-03-29-istanbul-talks.yml", "value: 3~", "value: 3/5")
    found = json.loads(exported(build(load.load(data, "data")), "events.json"))["events"][0]["figures"][0]
    assert (found["value"], found["low"], found["high"]) == ("3/5", 3, 5)


def test_linked_data_keeps_how_exact_a_date_is(dataset: Dataset) -> None:
    found = json.loads(exported(dataset, "events.jsonld"))
    assert found["@context"] == "https://schema.org"
    assert [(node["startDate"], node["endDate"]) for node in found["@graph"]][:2] == [
        ("2022-03-29", "2022-03-29"),
        ("2022-04", "2022-04"),
    ]


def test_points_stand_east_before_north(dataset: Dataset) -> None:
    found = json.loads(exported(dataset, "events.geojson"))
    assert found["type"] == "FeatureCollection"
    for feature in found["features"]:
        place = dataset.places[dataset.events[feature["id"]].place or ""]
        assert feature["type"] == "Feature"
        assert feature["geometry"] == {"type": "Point", "coordinates": [place.lon, place.lat]}
    assert [feature["id"] for feature in found["features"]] == [
        id for id, event in dataset.events.items() if event.place
    ]


def test_the_bibliography_is_csl(dataset: Dataset) -> None:
    schema = listed(
        {
            "type": "object",
            "properties": {
                "id": ID,
                "type": {"enum": ["webpage", "article-journal", "article-newspaper", "article-magazine"]},
                "URL": {"type": "string", "pattern": "^https?://"},
                "issued": part(
                    **{"date-parts": listed({"type": "array", "items": {"type": "integer"}, "maxItems": 3})}
                ),
                "author": listed(part(literal=TEXT)),
            },
            "required": ["id", "type", "title", "URL"],
        }
    )
    rows = valid(exported(dataset, "sources.json"), schema)
    assert len({row["id"] for row in rows}) == len({row["URL"] for row in rows}) == len(rows)
    issued = {row["URL"]: row["issued"]["date-parts"] for row in rows if "issued" in row}
    assert issued["https://copyfarm.example.com/talks-go-on-by-video"] == [[2022, 4]]


# Tables


@pytest.mark.parametrize("name", [name for name in FORMATS if name.endswith(".csv")])
def test_a_table_is_whole_and_described_in_the_package(name: str, dataset: Dataset) -> None:
    raw = exported(dataset, name)
    package = json.loads(exported(dataset, "datapackage.json"))
    described = next(resource for resource in package["resources"] if resource["path"] == name)
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == len(rows)
    assert rows[0] == [field["name"] for field in described["schema"]["fields"]]
    assert {len(row) for row in rows} == {len(rows[0])}
    numbers = [index for index, field in enumerate(described["schema"]["fields"]) if field["type"] == "number"]
    cells = [row[index] for row in rows[1:] for index in numbers]
    assert [cell for cell in cells if not re.fullmatch(r"(-?\d+(\.\d+)?)?", cell)] == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str, data: Path, edit: Edit) -> None:
    edit("events/2022/2022-05-17-talks-suspended.yml", "title: Both", f"title: '{start}cmd|x!A1 Both")
    edit("events/2022/2022-05-17-talks-suspended.yml", "suspended\n", "suspended'\n")
    rows = read_csv(exported(build(load.load(data, "data")), "events.csv"))
    assert rows[2]["title"].startswith(f"'{start}cmd")


# Calendar and feed


def test_the_calendar_is_folded_and_ends_the_day_after(dataset: Dataset) -> None:
    raw = exported(dataset, "events.ics")
    assert raw.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    for found, event in zip(read_calendar(raw), dataset.events.values(), strict=True):
        ends = date.fromisoformat(found["DTEND"]) - timedelta(days=1)
        assert (date.fromisoformat(found["DTSTART"]), ends) == (event.date.start, event.date.stop)


def test_the_feed_has_the_corrections_first_and_ids_of_its_own(dataset: Dataset) -> None:
    feed = ElementTree.fromstring(exported(dataset, "feed.xml"))
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert ids[0] == "https://example.org/record/corrections/#1"
    assert len(set(ids)) == len(entries) == 1 + len(dataset.events)
    updated = [element.text or "" for element in feed.iter(f"{ATOM}updated")]
    assert [text for text in updated if not re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", text)] == []


def test_an_entry_of_the_feed_keeps_its_id_when_others_come(dataset: Dataset, data: Path) -> None:
    path = data / "corrections.yml"
    newer = "- {date: 2022-07-01, record: actors/ukraine, what: A spelling., why: The bearer's own.}\n"
    path.write_text(newer + path.read_text("utf-8"), "utf-8")

    def ids(of: Dataset) -> dict[str | None, str | None]:
        feed = ElementTree.fromstring(exported(of, "feed.xml"))
        return {entry.findtext(f"{ATOM}id"): entry.findtext(f"{ATOM}summary") for entry in feed.findall(f"{ATOM}entry")}

    before, after = ids(dataset), ids(build(load.load(data, "data")))
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


# BibTeX


def test_bibtex_has_every_source_once(dataset: Dataset) -> None:
    entries = read_bibtex(exported(dataset, "sources.bib"))
    assert [*entries] == [row["id"] for row in json.loads(exported(dataset, "sources.json"))]
    assert entries["hurriyet-2024"] == {
        "title": "{The Talks That Could Have Ended the War}",
        "author": "{Samuel Charap} and {Sergey Radchenko}",
        "organization": "Hürriyet Daily News",
        "year": "2024",
        "date": "2024-04-16",
        "url": "https://hurriyetdailynews.com/charap",
        "langid": "en",
    }


def test_bibtex_survives_braces_and_marks_in_a_title(data: Path, edit: Edit) -> None:
    edit("sources.yml", "title: The Talks That Could Have Ended the War", "title: 'Talks} {on 5 % & #1 \\ _x^2~ $'")
    entries = read_bibtex(exported(build(load.load(data, "data")), "sources.bib"))
    assert entries["hurriyet-2024"]["title"] == (
        r"{Talks\textbraceright{} \textbraceleft{}on 5 \% \& \#1 \textbackslash{} \_x\textasciicircum{}2\textasciitilde{} \$}"
    )
    assert len(entries) == 12
