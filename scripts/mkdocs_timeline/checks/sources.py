"""Every statement has a source, and what it is worth is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .. import address, cldr, weigh
from ..finding import Finding
from ..load import Entry, Records
from ..models import RELIABILITIES, SourceFields
from . import rule

_NO_SYMBOL = "is no UN symbol: such as S/RES/2202 (2015) or A/RES/ES-11/1"


def _own(records: Records) -> Iterator[tuple[Entry[Any], SourceFields, tuple[str | int, ...]]]:
    """Every source where it is written down, with its location in the entry."""
    for kind, entry in records.all():
        if kind == "sources":
            yield entry, entry.record, ()
        for index, source in enumerate(getattr(entry.record, "sources", ())):
            if isinstance(source, SourceFields):
                yield entry, source, ("sources", index)


def _vocabulary(records: Records, kind: str) -> dict[str, Any]:
    return {id: entry.record for id, entry in records.of(kind).items()}


def _resolved(entry: Entry[Any], shared: dict[str, Any]) -> list[SourceFields]:
    found = (weigh.resolve(use, shared) for use in entry.record.sources)
    return [source for source in found if source is not None]


@rule(
    "S601",
    "no-source",
    wants="A record has sources; what has none waits in data/wanted.yml.",
    bad="sources: []",
    good="sources:\n  - {key: un-news, url: …}",
)
def no_source(records: Records) -> Iterator[Finding]:
    for kind in ("events", "documents", "battlefield"):
        for entry in records.of(kind).values():
            if not entry.record.sources:
                yield entry.error(
                    "S601",
                    "has no source: a statement without one is not published; data/wanted.yml is the place for it",
                    "sources",
                )


@rule(
    "S602",
    "one-independent-source",
    severity="warning",
    wants="Landmark and major events rest on two independent sources of high or medium reliability: two publishers, not two reprints of one agency.",
    bad="importance: landmark\nsources:\n  - {key: a, publisher: tass, via: yahoo, …}\n  - {key: b, publisher: tass, …}",
    good="importance: landmark\nsources:\n  - {key: a, publisher: tass, …}\n  - {key: b, publisher: interfax-ukraine, …}",
)
def one_independent_source(records: Records) -> Iterator[Finding]:
    shared, publishers = _vocabulary(records, "sources"), _vocabulary(records, "publishers")
    for entry in records.of("events").values():
        if entry.record.is_prominent and entry.record.sources:
            count = len(weigh.independent(_resolved(entry, shared), publishers))
            if count < 2:
                has = "one" if count else "no"
                yield entry.warning(
                    "S602",
                    f"a {entry.record.importance} event with {has} independent source: find another, the page says so until then",
                    "sources",
                    key=True,
                )


@rule(
    "S603",
    "confidence-too-high",
    wants="Confidence is no higher than the sources allow: high needs two independent ones of high or medium reliability, medium one.",
    bad="confidence: high  # and both sources are TASS",
    good="confidence: medium",
)
def confidence_too_high(records: Records) -> Iterator[Finding]:
    shared, publishers = _vocabulary(records, "sources"), _vocabulary(records, "publishers")
    for entry in records.of("events").values():
        sources = _resolved(entry, shared)
        if len(sources) < len(entry.record.sources) or any(
            weigh.standing(source, publishers) is None for source in sources
        ):
            continue
        best = weigh.best_confidence(sources, publishers)
        if RELIABILITIES.index(entry.record.confidence) < RELIABILITIES.index(best):
            count = len(weigh.independent(sources, publishers))
            yield entry.error(
                "S603",
                f"{count} independent {'source allows' if count == 1 else 'sources allow'} at most '{best}'",
                "confidence",
            )


@rule(
    "S604",
    "address",
    wants="Addresses are http or https, of a public host in plain letters.",
    bad="url: javascript:alert(1)",
    good="url: https://news.un.org/en/story/2022/07/1123062",
)
def bad_address(records: Records) -> Iterator[Finding]:
    for entry, source, location in _own(records):
        for name in ("url", "archived"):
            if (url := getattr(source, name)) and (problem := address.problem(url)):
                yield entry.error("S604", problem, *location, name)
        if source.doi and not address.is_doi(source.doi):
            yield entry.error(
                "S604", "is no DOI: it starts with 10. and has a slash, such as 10.1000/182", *location, "doi"
            )
        if source.symbol and not address.is_un_symbol(source.symbol):
            yield entry.error("S604", _NO_SYMBOL, *location, "symbol")
    for entry in records.of("documents").values():
        if entry.record.symbol and not address.is_un_symbol(entry.record.symbol):
            yield entry.error("S604", _NO_SYMBOL, "symbol")
    for entry in records.of("publishers").values():
        for index, host in enumerate(entry.record.hosts):
            if not address.is_host(host):
                yield entry.error("S604", "is no host name, such as news.un.org", "hosts", index)


@rule(
    "S605",
    "tracking",
    wants="Addresses carry no tracking parameters (utm_…, fbclid …). `timeline check --fix` takes them out.",
    bad="url: https://example.org/news?id=7&utm_source=rss",
    good="url: https://example.org/news?id=7",
)
def tracking(records: Records) -> Iterator[Finding]:
    for entry, source, location in _own(records):
        clean = address.without_tracking(source.url)
        if clean != source.url:
            yield entry.error("S605", f"carries tracking parameters: write {clean}", *location, "url")


@rule(
    "S606",
    "host-of-another",
    severity="warning",
    wants="The page's host is one of the publisher's or, where somebody else carries it, the carrier's.",
    bad="{url: https://news.yahoo.com/…, publisher: reuters}",
    good="{url: https://news.yahoo.com/…, publisher: reuters, via: yahoo}",
)
def host_of_another(records: Records) -> Iterator[Finding]:
    owners = {host: id for id, entry in records.of("publishers").items() for host in entry.record.hosts}
    for entry, source, location in _own(records):
        host = address.host(source.url)
        owner = address.owner(host, owners)
        if not source.url or (owner and owner in (source.publisher, source.via)):
            continue
        if owner is None:
            yield entry.warning(
                "S606",
                f"{host} is no publisher's host yet: add it to the hosts of '{source.via or source.publisher}'",
                *location,
                "url",
            )
        else:
            yield entry.warning(
                "S606",
                f"{host} belongs to '{owner}': is that the publisher, or should it be 'via: {owner}'?",
                *location,
                "publisher",
            )


@rule(
    "S607",
    "two-titles",
    severity="warning",
    wants="One page has one title throughout the record.",
    bad="title: Talks end in Brest  # elsewhere: Third round of talks ends",
    good="title: Third round of talks ends",
)
def two_titles(records: Records) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    for entry, source, location in _own(records):
        if not source.url:
            continue
        title, where = first.setdefault(address.same(source.url), (source.title, entry.document.path))
        if title != source.title:
            yield entry.warning(
                "S607", f"the same page is called '{title}' in {where}: use one title", *location, "title"
            )


@rule(
    "S608",
    "source-twice",
    wants="A page stands once among a record's sources.",
    bad="sources:\n  - {key: a, url: https://example.org/x, …}\n  - {key: b, url: https://example.org/x/, …}",
    good="sources:\n  - {key: a, url: https://example.org/x, …}",
)
def source_twice(records: Records) -> Iterator[Finding]:
    shared = _vocabulary(records, "sources")
    for _, entry in records.all():
        seen: dict[str, str] = defaultdict(str)
        for index, use in enumerate(getattr(entry.record, "sources", ())):
            source = weigh.resolve(use, shared)
            if source is None:
                continue
            same = address.same(source.address)
            if same in seen:
                yield entry.error(
                    "S608", f"the same page as '{seen[same]}': keep one and cite it twice", "sources", index
                )
            seen[same] = use.key


@rule(
    "S609",
    "language",
    wants="Languages are two-letter codes (ISO 639-1): uk is Ukrainian, ru Russian, tr Turkish.",
    bad="lang: ua",
    good="lang: uk",
)
def language(records: Records) -> Iterator[Finding]:
    for entry, source, location in _own(records):
        if not cldr.is_language(source.lang):
            hint = {
                "ua": ": Ukrainian is uk",
                "cz": ": Czech is cs",
                "gr": ": Greek is el",
                "jp": ": Japanese is ja",
            }.get(source.lang, "")
            yield entry.error("S609", f"'{source.lang}' is no language code{hint}", *location, "lang")
    for kind in ("actors", "places", "documents"):
        for entry in records.of(kind).values():
            for code in entry.record.names:
                if not cldr.is_language(code):
                    yield entry.error("S609", f"'{code}' is no language code", "names", code, key=True)


@rule(
    "S611",
    "landmark-on-low",
    wants="No landmark rests on sources of low reliability alone.",
    bad="importance: landmark  # and its only source is a content farm",
    good="importance: minor",
)
def landmark_on_low(records: Records) -> Iterator[Finding]:
    shared, publishers = _vocabulary(records, "sources"), _vocabulary(records, "publishers")
    for entry in records.of("events").values():
        sources = _resolved(entry, shared)
        if (
            entry.record.importance == "landmark"
            and sources
            and all(weigh.standing(source, publishers) == "low" for source in sources)
        ):
            yield entry.error(
                "S611",
                "a landmark on sources of low reliability alone: find a better one, or lower the importance",
                "importance",
            )


@rule(
    "S612",
    "archive",
    severity="warning",
    wants="An archived copy is in a public web archive.",
    bad="archived: https://my-blog.example/copy",
    good="archived: https://web.archive.org/web/20220329/https://example.org/",
)
def archive(records: Records) -> Iterator[Finding]:
    for entry, source, location in _own(records):
        if source.archived and not address.is_archive(source.archived):
            yield entry.warning(
                "S612", f"{address.host(source.archived)} is no web archive the record knows", *location, "archived"
            )
