"""Web addresses: which are acceptable, which are the same, and whose they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|_gl|fbclid|gclid|dclid|yclid|mc_[ce]id|igshid|_ga\w*|ref_src|ref_url|guce_\w+|guccounter|at_(medium|campaign)|cmpid|spm",
    re.I,
)
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"{}|\\^`]+", re.ASCII)
_UN_SYMBOL = re.compile(r"[A-Z]{1,12}(?:/[A-Za-z0-9.-]+)+(?: ?\([A-Z0-9-]+\))?", re.ASCII)
_ARCHIVES = (
    "web.archive.org",
    "archive.org",
    "archive.ph",
    "archive.today",
    "archive.is",
    "archive.md",
    "perma.cc",
    "webarchive.org.uk",
)


def problem(url: str) -> str | None:
    """What is wrong with an address for a source, or None."""
    if re.search(r"[\s<>\"'`{}|\\^]", url):
        return (
            "has a character that no address has (a space, quote, bracket or backslash): copy it again from the browser"
        )
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "is no web address: copy it again from the browser"
    if parts.scheme not in ("http", "https"):
        return "is no web address: it starts with https:// or http://"
    if parts.username is not None or parts.password is not None:
        return "carries a user name or password: take it out"
    name = (parts.hostname or "").rstrip(".")
    if not name.isascii():
        odd = next(letter for letter in name if not letter.isascii())
        return f"has a letter in its host that is not a-z: '{odd}' ({unicodedata.name(odd, 'unnamed')}); if it is meant, write the host as xn--…"
    if not is_host(name):
        return "has no public host name, such as news.un.org"
    return None


def is_host(text: str) -> bool:
    """Whether the text is the name of a public host, in plain small letters."""
    return _HOST.fullmatch(text) is not None


def is_doi(text: str) -> bool:
    """Whether the text is a Digital Object Identifier (ISO 26324), without a prefix such as ``doi:``."""
    return _DOI.fullmatch(text) is not None


def is_un_symbol(text: str) -> bool:
    """Whether the text has the form of a UN document symbol, such as ``S/RES/2202 (2015)``."""
    return _UN_SYMBOL.fullmatch(text) is not None


def is_archive(url: str) -> bool:
    """Whether the address is of an archive that keeps copies of pages."""
    return host(url) in _ARCHIVES


@lru_cache(maxsize=65536)
def without_tracking(url: str) -> str:
    """The address without the parameters that follow a reader about; the others stay as they are written."""
    if "?" not in url or not host(url):
        return url
    parts = urlsplit(url)
    pairs = parts.query.split("&")
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(unquote(pair.partition("=")[0]))]
    return url if len(kept) == len(pairs) else urlunsplit(parts._replace(query="&".join(kept)))


@lru_cache(maxsize=65536)
def same(url: str) -> str:
    """A key that is equal for two addresses of one page: without scheme, www, m, amp, trailing slash and fragment."""
    if not host(url):
        return url
    parts = urlsplit(without_tracking(url))
    path = re.sub(r"/amp(?=/|$)", "", parts.path).rstrip("/")
    return re.sub(r"^(?:www|m|amp)\.", "", host(url)) + path + ("?" + parts.query if parts.query else "")


@lru_cache(maxsize=65536)
def host(url: str) -> str:
    """The host name of an address; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def owner(name: str, owners: Mapping[str, str]) -> str | None:
    """Whose host ``name`` is: by itself, or by a domain it is under."""
    while name.count("."):
        if name in owners:
            return owners[name]
        name = name.partition(".")[2]
    return None
