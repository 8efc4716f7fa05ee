"""What a page is called besides its title. The search finds the page by these names and shows the one that matched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..edtf import Edtf

_WORD = re.compile(r"\w+")
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)


def other_names(title: str, names: Iterable[str]) -> list[str]:
    """The names, each once and none of them the title, then their accented words as a plain keyboard writes them.

    The search itself does not know that "Erdogan" means "Erdoğan".
    """
    names = [name for name in names if name]
    found = dict.fromkeys((*names, *(word for name in (title, *names) for word in _plain_words(name))))
    found.pop(title, None)
    return list(found)


def numbers_of_date(when: Edtf) -> str:
    """The beginning of a date in numbers: whoever asks for 29.03.2022 asks for those of 2022-03-29."""
    return when.text.partition("/")[0].rstrip("~")


def _plain_words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name):
        if (plain := unaccented(word)) != word:
            yield plain


def unaccented(text: str) -> str:
    """The text with Latin letters bare: Türkiye becomes Turkiye. Other scripts keep theirs, where a mark makes a letter."""
    return "".join(map(_bare, text.translate(_UNDECOMPOSED)))


def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter
