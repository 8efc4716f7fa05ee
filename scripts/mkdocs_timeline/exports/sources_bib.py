"""The bibliography as BibTeX."""

from __future__ import annotations

from typing import Final

from ..dataset import Dataset
from ..site import Site
from .bibliography import Entry, entries

PATH: Final = "data/sources.bib"
ABOUT: Final = "Every source as BibTeX."

_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def export(dataset: Dataset, site: Site) -> bytes:
    return "\n".join(map(_item, entries(dataset))).encode()


def _item(entry: Entry) -> str:
    source, publisher = entry.cited.source, entry.cited.publisher
    fields = {
        "title": "{" + _text(source.title) + "}",
        "author": " and ".join("{" + _text(author) + "}" for author in source.authors),
        "organization": _text(publisher.name),
        "year": str(source.published.start.year) if source.published else "",
        "date": source.published.text.rstrip("~") if source.published else "",
        "url": source.address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "doi": source.doi,
        "langid": source.lang,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{entry.key},\n{lines}}}\n"


def _text(value: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(value.split()))
