"""English names of languages and countries by their codes, from the Unicode CLDR."""

from __future__ import annotations

from functools import cache

from babel import Locale

_SPECIAL_TERRITORIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
"""Two-letter codes of CLDR that are no countries."""


@cache
def _english() -> Locale:
    return Locale("en")


def is_language(code: str) -> bool:
    """Whether ``code`` is a language code: ISO 639-1, or 639-3 where that has none."""
    return len(code) in (2, 3) and code in _english().languages


def is_country(code: str) -> bool:
    """Whether ``code`` is a two-letter country code (ISO 3166-1)."""
    return len(code) == 2 and code in _english().territories and code not in _SPECIAL_TERRITORIES


def language(code: str) -> str:
    """The English name of a language; the code itself where it has none."""
    return str(_english().languages.get(code, code))


def country(code: str) -> str:
    """The English name of a country; the code itself where it has none."""
    return str(_english().territories.get(code, code))
