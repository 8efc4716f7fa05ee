"""Reading: strings stay as written, positions are kept, hostile YAML is refused."""

from __future__ import annotations

import pytest

from mkdocs_timeline.finding import Finding
from mkdocs_timeline.read import Document, ReadError, parse, read


@pytest.mark.parametrize("text", ["NO", "2022-03", "1.10", "0x1F", "~", "yes", "null", "1e3", "12:30:00", "2022-03-29"])
def test_every_scalar_is_the_text_that_was_written(text: str) -> None:
    assert parse(f"key: {text}")[0] == {"key": text}


def test_positions_are_those_of_the_file() -> None:
    document = read("x.yml", b"title: A\nsources:\n  - key: one\n    url: u\n  - {key: two, url: v}\n")
    assert isinstance(document, Document)
    assert document.locate(("title",)) == (1, 8)
    assert document.locate(("title",), key=True) == (1, 1)
    assert document.locate(("sources", 0, "url")) == (4, 10)
    assert document.locate(("sources", 1, "key")) == (5, 11)
    assert document.locate(("sources", 7, "nothing")) == (3, 3)


def test_a_word_is_found_inside_a_folded_text() -> None:
    document = read("x.yml", b"summary: >\n  First line,\n  then Kiev and more.\ntitle: Kiev\n")
    assert isinstance(document, Document)
    assert document.locate(("summary",), "Kiev") == (3, 8)


def test_a_blank_line_in_a_folded_text_starts_a_paragraph() -> None:
    assert parse("a: >\n  one\n  two\n\n  three\n")[0] == {"a": "one two\n\nthree\n"}
    assert parse("a: |\n  - one\n  - two\n")[0] == {"a": "- one\n- two\n"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [1]\nb: *x", "Y108"),
        ("a: *nothing", "Y108"),
        ("<<: {a: 1}", "Y108"),
        ("a: !!binary aGk=", "Y109"),
        ("a: !local x", "Y109"),
        ("a: 1\n--- \nb: 2", "Y110"),
        ("a: 1\na: 2", "Y107"),
        ("? [a]\n: b", "Y106"),
        ("- " * 40 + "a", "Y113"),
        ("a: 'open", "Y106"),
        ("a: @home", "Y106"),
        ("%YAML 1.1", "Y106"),
    ],
)
def test_what_is_not_plain_yaml_is_refused(text: str, code: str) -> None:
    with pytest.raises(ReadError) as refused:
        parse(text)
    assert refused.value.code == code
    assert refused.value.line >= 1
    assert refused.value.column >= 1


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{c}: &{c} [" + f"*{p}," * 9 + "]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = read("bomb.yml", bomb.encode())
    assert isinstance(found, Finding)
    assert (found.line, found.code) == (1, "Y108")
