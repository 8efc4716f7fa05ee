"""New records: asked for or given, written where they belong, ready for the checks; nothing is overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_timeline import new

from .conftest import Timeline

EVENT = {
    "title": "Delegations speak by video",
    "date": "2022-04-01",
    "phase": "istanbul",
    "kind": "talks",
    "actors": "ukraine, russia",
    "url": "https://babel.ua/en/news/9?utm_source=feed",
    "source-title": "Talks go on by video",
    "lang": "en",
}
ACTOR = {"name": "Rustem Umerov", "kind": "person", "party": "ukraine", "role": "Member of parliament"}
SOURCE = {"url": "https://babel.ua/en/long-read", "source-title": "The long read", "lang": "en", "key": "long-read"}

KINDS = {
    "event": (EVENT, "events/2022/2022-04-01-delegations-speak-by-video.yml"),
    "actor": (ACTOR, "actors/rustem-umerov.yml"),
    "source": (SOURCE, "sources.yml"),
}


def options(fields: dict[str, str]) -> list[str]:
    return [f"--{name}={value}" for name, value in fields.items()]


@pytest.mark.parametrize("kind", KINDS)
def test_with_options_it_is_written_and_the_checks_ask_for_its_words_alone(
    timeline: Timeline, kind: str, tmp_path: Path
) -> None:
    fields, path = KINDS[kind]
    assert timeline("new", kind, *options(fields)) == (0, f"data/{path}\n", "")
    assert (tmp_path / "data" / path).is_file()
    code, found, _ = timeline("check")
    assert code == 0
    assert re.findall(r" (?:error|warning) (\w+)", found) == (["W709", "W709"] if kind == "event" else [])


@pytest.mark.parametrize("kind", KINDS)
def test_asked_at_the_terminal_it_is_the_same(timeline: Timeline, kind: str, tmp_path: Path) -> None:
    fields, path = KINDS[kind]
    before = (tmp_path / "data/sources.yml").read_bytes()
    timeline("new", kind, *options(fields))
    file = tmp_path / "data" / path
    wanted = file.read_bytes()
    file.write_bytes(before) if path == "sources.yml" else file.unlink()
    not_asked = {"party", "role", "key"}
    typed = "".join(f"{value}\n" for name, value in fields.items() if name not in not_asked)
    given = options({name: value for name, value in fields.items() if name in not_asked})
    code, out, _ = timeline("new", kind, *given, typed=typed)
    assert (code, out.split("> ")[-1]) == (0, f"data/{path}\n")
    assert file.read_bytes() == wanted


def test_the_skeleton_of_an_event_says_what_else_there_is(timeline: Timeline, data: Path) -> None:
    timeline("new", "event", *options(EVENT))
    text = (data / KINDS["event"][1]).read_text("utf-8")
    assert text.startswith("# Fields that are often wanted: place, also, ")
    assert "url: https://babel.ua/en/news/9\n" in text
    assert "[@babel]" in text


def test_a_shared_source_goes_to_the_end_of_those_there_are(timeline: Timeline, data: Path) -> None:
    before = (data / "sources.yml").read_text("utf-8")
    timeline("new", "source", *options(SOURCE))
    assert (data / "sources.yml").read_text("utf-8").startswith(before + "\nlong-read:\n  url: https://babel.ua/")


@pytest.mark.parametrize(
    ("kind", "changed", "said"),
    [
        ("event", {"phase": "istambul"}, "there is no 'istambul' among the phases: did you mean istanbul?"),
        ("event", {"kind": "talk"}, "'talk' is not known for kind: did you mean 'talks'? one of talks, call, "),
        ("event", {"actors": "ukraine, arakhamia"}, "there is no 'arakhamia' among the actors: did you mean david-arakhamia?"),
        ("event", {"actors": "ukraine, rusia"}, "there is no 'rusia' among the actors: did you mean russia?"),
        ("event", {"actors": "ukraine, zzz"}, "there is no 'zzz' among the actors: `timeline new actor` makes one"),
        ("event", {"date": "29.03.2022"}, "date "),
        ("event", {"url": "javascript:alert(1)"}, "url "),
        ("event", {"url": "https://nobody.example.org/x"}, "--publisher is needed: nobody.example.org is nobody's yet"),
        ("event", {"title": " "}, "'title' is needed: what happened, in one line"),
        ("event", {"date": "2022-03-29", "title": "Istanbul talks"}, "there is already an event 2022-03-29-istanbul-talks: "),
        ("actor", {"name": "Ukraine"}, "there is already an actor ukraine: change that one"),
        ("actor", {"name": "Україна"}, "'Україна' gives no id: write the name in Latin letters"),
        ("actor", {"party": "ukrain"}, "there is no 'ukrain' among the actors: did you mean ukraine?"),
        ("source", {"key": "charap-radchenko-2024"}, "there is already a source charap-radchenko-2024: cite it as {ref: "),
        ("source", {"key": "../x"}, "'../x' is no key"),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else None,
)  # fmt: skip
def test_what_can_not_be_is_refused_with_what_to_do(
    timeline: Timeline, kind: str, changed: dict[str, str], said: str, data: Path
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    code, out, errors = timeline("new", kind, *options(KINDS[kind][0] | changed))
    assert (code, out) == (2, "")
    assert errors.startswith(f"timeline: {said}")
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == before


def test_the_known_ids_are_offered_where_one_is_asked_for(timeline: Timeline) -> None:
    _, _, errors = timeline("new", "event", typed="Title\n2022-04-01\nistanbul\n")
    assert "phase (one of ceasefires, istanbul)\n" in errors


def test_who_stops_typing_gets_no_traceback_and_no_file(timeline: Timeline, data: Path) -> None:
    before = sorted(data.rglob("*"))
    code, _, errors = timeline("new", "event", typed="Title\n")
    assert (code, errors.splitlines()[-1].partition(":")[0]) == (2, "timeline")
    assert sorted(data.rglob("*")) == before


def test_a_file_that_stands_there_is_left_even_when_it_can_not_be_read(timeline: Timeline, data: Path) -> None:
    (data / "actors/rustem-umerov.yml").write_text("name: [", "utf-8")
    assert timeline("new", "actor", *options(ACTOR))[0] == 2
    assert (data / "actors/rustem-umerov.yml").read_text("utf-8") == "name: ["


def test_writing_never_overwrites(data: Path) -> None:
    with pytest.raises(new.NewError, match="exists: nothing is overwritten"):
        new.write(data, new.Draft("actors/ukraine.yml", "name: Another\n"))
    assert "Another" not in (data / "actors/ukraine.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Türkiye’s offer, again", "turkiyes-offer-again"),
        ("Łódź & Straße", "lodz-strasse"),
        ("Десята зустріч", ""),
        ("A title of very many words that goes on and on until it is too long", "a-title-of-very-many-words-that-goes-on-and-on"),
        ("x" * 90, "x" * 48),
    ],
)  # fmt: skip
def test_words_become_an_id(text: str, slug: str) -> None:
    assert new.slug(text) == slug


def test_an_actor_is_known_by_any_of_its_names(timeline: Timeline, tmp_path: Path) -> None:
    fields, path = KINDS["event"]
    assert timeline("new", "event", *options(fields | {"actors": "Turkey, ukraine"}))[0] == 0
    assert "actors: [turkiye, ukraine]" in (tmp_path / "data" / path).read_text("utf-8")
