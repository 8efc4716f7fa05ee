"""From the bytes of a YAML file to plain data with positions, or to findings.

Only what a record needs is read: mappings, sequences and scalars, and every scalar is a string,
so that ``NO`` stays Norway, ``2022-03`` stays a month and ``1.10`` stays itself. Anchors, aliases,
tags, merge keys and further documents are refused, which leaves a hostile file nothing to expand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .finding import Finding

Data = Any
"""A string, a list of data, or a dict of strings to data."""

Location = Sequence[str | int]
"""The keys and indexes that lead to a value, outermost first."""

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 12

HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Letters that cannot be seen, and such as no YAML may hold."""

_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ReadError(Exception):
    """The file can't be read; carries what a finding needs, with a line and column from 1."""

    def __init__(self, line: int, column: int, code: str, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.code, self.message = line, column, code, message


class Mark(NamedTuple):
    """Where a value stands: lines and column from 1; ``inner`` holds the marks of what it contains.

    For a mapping, ``inner`` maps each key to the marks of the key and of its value.
    """

    line: int
    column: int
    last_line: int
    inner: list[Mark] | dict[str, tuple[Mark, Mark]] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that could be read: its shown path, its text, and the data in it."""

    path: str
    text: str
    data: Data

    def locate(self, location: Location, needle: str = "", *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``location``, as far as the file has it.

        With ``needle``, of its first occurrence inside that value; with ``key``, of the key before it.
        Marks are not kept in memory: a finding is rare, and reading the file again is cheap.
        """
        mark = _marks(self.text)
        for step in location:
            if isinstance(mark.inner, dict) and step in mark.inner:
                own_key, value = mark.inner[str(step)]
                mark = own_key if key and step == location[-1] else value
            elif isinstance(mark.inner, list) and isinstance(step, int) and step < len(mark.inner):
                mark = mark.inner[step]
        if needle:
            lines = self.text.split("\n")[mark.line - 1 : mark.last_line]
            for offset, line in enumerate(lines):
                column = line.find(needle, mark.column - 1 if offset == 0 else 0)
                if column >= 0:
                    return mark.line + offset, column + 1
        return mark.line, mark.column

    def finding(
        self, severity: str, code: str, message: str, location: Location = (), needle: str = "", *, key: bool = False
    ) -> Finding:
        line, column = self.locate(location, needle, key=key)
        return Finding(self.path, line, column, severity, code, message)  # type: ignore[arg-type]


@lru_cache(maxsize=8)
def _marks(text: str) -> Mark:
    return parse(text)[1]


@lru_cache(maxsize=4096)  # a served site is read whole again after each save of one file
def read(path: str, raw: bytes) -> Document | Finding:
    """Read one file of the record, or say why it can't be read."""
    try:
        text = decode(raw)
        return Document(path, text, parse(text)[0])
    except ReadError as error:
        return Finding(path, error.line, error.column, "error", error.code, error.message)


def decode(raw: bytes) -> str:
    """The text of a file.

    Raises:
        ReadError: for anything but UTF-8 with line feeds and visible characters.
    """
    if len(raw) > MAX_BYTES:
        raise ReadError(1, 1, "Y113", f"the file has more than {MAX_BYTES:,} bytes: split it")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(1, 1, "Y101", "the file is UTF-16: save it as UTF-8")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise ReadError(1, 1, "Y102", "the file starts with a byte order mark: save it as UTF-8 without BOM")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise ReadError(
            line, column, "Y101", f"byte 0x{raw[error.start]:02x} is not UTF-8: save the file as UTF-8"
        ) from None
    if "\r" in text:
        line, column = _line_column(text.replace("\r\n", "\n").replace("\r", "\n"), text.index("\r"))
        raise ReadError(
            line, column, "Y103", "lines end with a carriage return (Windows or old Mac): save with LF line ends"
        )
    if hidden := HIDDEN.search(text):
        line, column = _line_column(text, hidden.start())
        raise ReadError(
            line,
            column,
            "Y104",
            f"an invisible or control character, U+{ord(hidden[0]):04X}: delete it and type the text again",
        )
    return text


def _line_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def parse(text: str) -> tuple[Data, Mark]:
    """The data of a YAML text, every scalar a string, and where each value stands.

    Raises:
        ReadError: at the first thing that is not plain YAML.
    """
    try:
        return _build(text)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(text, error) from None
    except yaml.YAMLError as error:
        raise ReadError(1, 1, "Y106", f"the file is not YAML: {str(error).splitlines()[0]}") from None


def _build(text: str) -> tuple[Data, Mark]:
    root: tuple[Data, Mark] | None = None
    stack: list[_Collection] = []
    documents = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        kind = type(event)
        if kind is ScalarEvent:
            _refuse_extras(event)
            _refuse_hidden(event)
            start, end = event.start_mark, event.end_mark
            last = end.line + 1 if end.column else max(end.line, start.line + 1)
            value, mark = _text(event), Mark(start.line + 1, start.column + 1, last)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_extras(event)
            if len(stack) == MAX_DEPTH:
                raise _at(event, "Y113", f"more than {MAX_DEPTH} levels inside each other: no record needs that")
            stack.append(_Mapping(event) if kind is MappingStartEvent else _Sequence(event))
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value, mark = stack.pop().close(event)
        elif kind is AliasEvent:
            raise _at(event, "Y108", f"'*{event.anchor[:40]}' repeats another part of the file: write the text out")
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _at(event, "Y110", "a second document ('---'): one file holds one record")
            continue
        else:
            continue
        if stack:
            stack[-1].take(value, mark)
        else:
            root = (value, mark)
    if root is None or root[0] == "":
        raise ReadError(1, 1, "Y111", "the file is empty: a record has at least a title")
    return root


def _text(event: Any) -> str:
    """The text of a scalar; in a folded one (``>``) a blank line starts a paragraph, as a writer expects.

    YAML itself folds one blank line to a single line feed, which Markdown would take for a space.
    """
    if event.style != ">":
        return str(event.value)
    return re.sub(r"\n+(?=.)", "\n\n", str(event.value))


def _refuse_hidden(event: Any) -> None:
    """What can't stand in the file can't be written as an escape either (``"\\u202E"``)."""
    if event.style == '"' and (hidden := HIDDEN.search(event.value) or re.search("\r", event.value)):
        raise _at(
            event, "Y104", f"an escape for an invisible or control character, U+{ord(hidden[0]):04X}: take it out"
        )


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None:
        raise _at(event, "Y108", f"the anchor '&{event.anchor[:40]}' has no use here: write the text out")
    if event.tag is not None:
        raise _at(
            event,
            "Y109",
            f"the tag '{event.tag[:80]}' has no use here: all values are text; put a leading '!' in quotes",
        )


def _at(event: Any, code: str, message: str) -> ReadError:
    return ReadError(event.start_mark.line + 1, event.start_mark.column + 1, code, message)


class _Sequence:
    def __init__(self, event: Any) -> None:
        self.start = event.start_mark
        self.values: list[Data] = []
        self.marks: list[Mark] = []

    def take(self, value: Data, mark: Mark) -> None:
        self.values.append(value)
        self.marks.append(mark)

    def close(self, event: Any) -> tuple[Data, Mark]:
        return self.values, Mark(self.start.line + 1, self.start.column + 1, event.end_mark.line + 1, self.marks)


class _Mapping:
    def __init__(self, event: Any) -> None:
        self.start = event.start_mark
        self.values: dict[str, Data] = {}
        self.marks: dict[str, tuple[Mark, Mark]] = {}
        self.key: tuple[str, Mark] | None = None

    def take(self, value: Data, mark: Mark) -> None:
        if self.key is None:
            if not isinstance(value, str):
                raise ReadError(mark.line, mark.column, "Y106", "a key has to be a word, not a list or a mapping")
            if value == "<<":
                raise ReadError(
                    mark.line, mark.column, "Y108", "the merge key '<<' has no use here: write the fields out"
                )
            if value in self.values:
                first = self.marks[value][0].line
                raise ReadError(
                    mark.line, mark.column, "Y107", f"'{value[:40]}' stands twice, first in line {first}: keep one"
                )
            self.key = value, mark
        else:
            key, key_mark = self.key
            self.values[key] = value
            self.marks[key] = key_mark, mark
            self.key = None

    def close(self, event: Any) -> tuple[Data, Mark]:
        return self.values, Mark(self.start.line + 1, self.start.column + 1, event.end_mark.line + 1, self.marks)


_Collection = _Sequence | _Mapping


def _syntax_error(text: str, error: yaml.MarkedYAMLError) -> ReadError:
    unclosed = "end of stream" in (error.problem or "")
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if tab := _TAB_INDENT.search(text):
        line = text.count("\n", 0, tab.start()) + 1
        return ReadError(line, tab.end() - tab.start(), "Y105", "a tab indents this line: use spaces")
    problem = error.problem or "unexpected text"
    advice = next(
        (advice for part, advice in _ADVICE.items() if part in problem), "look at this line and the one above it"
    )
    return ReadError(line, column, "Y106", f"not valid YAML ({problem}): {advice}")


_ADVICE: Final = {
    "mapping values are not allowed": "a text with ': ' in it has to stand in quotes or after '>'",
    "found character that cannot start any token": "put the text in quotes",
    "did not find expected key": "check the indentation and quotes of this line and the one above it",
    "could not find expected ':'": "write 'field: value', with a space after the colon",
    "did not find expected '-' indicator": "each item of a list starts with '- ' in the same column",
    "found unexpected end of stream": "a quote or bracket is opened and never closed",
    "did not find expected ',' or ']'": "close the bracket, or put the text in quotes",
    "did not find expected ',' or '}'": "close the brace, or put the text in quotes",
    "found unexpected document indicator": "a quote is opened and never closed",
    "did not find expected alphabetic or numeric character": "put a text that starts with '&' or '*' in quotes",
}
