"""The codes of findings about files that are no records yet; the rules of :mod:`mkdocs_timeline.checks` bring their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Code:
    """A stable code, and what the page of checks says of it.

    ``severity`` is error, warning, or "error, or warning while imported"; ``bad`` and ``good`` are fragments of YAML.
    """

    code: str
    name: str
    severity: str
    wants: str
    bad: str
    good: str


def _error(code: str, name: str, wants: str, bad: str, good: str) -> tuple[str, Code]:
    return code, Code(code, name, "error", wants, bad, good)


READING: Final[dict[str, Code]] = dict(
    [
        _error("Y101", "not-utf8", "Files are UTF-8.", "a file saved as Latin-1 or UTF-16", "the same file saved as UTF-8"),
        _error("Y102", "byte-order-mark", "Files start with their first letter, not with a byte order mark.", "saved as “UTF-8 with BOM”", "saved as “UTF-8”"),
        _error("Y103", "line-ends", "Lines end with a line feed.", "line ends CRLF (Windows)", "line ends LF (Unix)"),
        _error("Y104", "hidden-characters", "Text has no invisible, control or direction-changing characters: what is read is what is stored.", "title: Round\u2423one  # the mark stands for U+200B, a zero-width space", "title: Round one"),
        _error("Y105", "tab", "Indentation is made of spaces.", "→sources:  # the arrow stands for a tab", "  sources:"),
        _error("Y106", "yaml-syntax", "The file is YAML.", "title: Round three: Brest", 'title: "Round three: Brest"'),
        _error("Y107", "double-field", "A field stands once.", "place: kyiv\nplace: moscow", "place: kyiv"),
        _error("Y108", "anchor", "Texts are written out: no anchors, aliases and merge keys.", "actors: &both [ukraine, russia]", "actors: [ukraine, russia]"),
        _error("Y109", "tag", "Every value is a text: no tags.", "date: !!timestamp 2022-03-29", "date: 2022-03-29"),
        _error("Y110", "two-documents", "One file holds one document.", "title: First\n---\ntitle: Second", "title: First"),
        _error("Y111", "empty-file", "A file holds a record.", "(an empty file)", "title: First round of talks"),
        _error("Y112", "wrong-shape", "A record's file holds fields.", "- title: First round", "title: First round"),
        _error("Y113", "too-much", "A file has at most a megabyte and twelve levels.", "topics: [[[[[[[[[[[[[[neutrality]]]]]]]]]]]]]]", "topics: [neutrality]"),
        _error("Y115", "unreadable", "The file can be opened.", "(a file without read permission)", "(the same file, readable)"),
        _error("N201", "file-name", "A record's id is its file's name (or its key): lower-case words, a–z and 0–9, joined by single hyphens; an event's starts with its date.", "events/2022/Istanbul Talks.yml", "events/2022/2022-03-29-istanbul-talks.yml"),
        _error("N202", "misplaced-file", "Every file has its place; a file elsewhere would be lost.", "events/2022-03-29-istanbul-talks.yml", "events/2022/2022-03-29-istanbul-talks.yml"),
        _error("N203", "reserved-name", "Some names are kept for pages of the site and for devices of Windows.", "actors/compare.yml", "actors/comparative-law-centre.yml"),
        _error("N204", "extension", "Files end with .yml.", "actors/ukraine.yaml", "actors/ukraine.yml"),
        _error("N205", "link", "Files are files: links are not followed.", "actors/ukraine.yml → /etc/passwd", "actors/ukraine.yml"),
        _error("F301", "missing-field", "A record has all its required fields.", "title: First round of talks  # and no date", "title: First round of talks\ndate: 2022-02-28"),
        _error("F302", "unknown-field", "A record has only fields that the reference names.", "titel: First round of talks", "title: First round of talks"),
        _error("F303", "unknown-word", "Where the reference lists words, one of them is used.", "kind: talk", "kind: talks"),
        _error("F304", "wrong-type", "Lists are lists, texts are texts, fields are fields.", "actors: ukraine", "actors: [ukraine]"),
        _error("F305", "malformed", "Ids, numbers, codes and addresses have their form.", "lat: 41,04", "lat: 41.04"),
        _error("F306", "length", "Texts are not empty and not too long.", "summary:", "summary: The delegations met for five hours [@bbc]."),
        _error("F307", "hopeless", "A record has fewer than forty mistakes.", "(a file of something else)", "(a record)"),
        _error("D401", "date-form", "Dates are written 2022-03-29, 2022-03 or 2022, with ~ for about and a/b for a span (EDTF).", "date: 29.03.2022", "date: 2022-03-29"),
        _error("D402", "date-exists", "Days exist.", "date: 2022-02-30", "date: 2022-02-28"),
        _error("D403", "date-order", "A span starts before it ends.", "date: 2022-03-30/2022-03-28", "date: 2022-03-28/2022-03-30"),
    ]
)  # fmt: skip
