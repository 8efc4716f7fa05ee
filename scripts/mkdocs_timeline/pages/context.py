"""What every page needs: links to other pages, contributed text as HTML, templates."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from math import log10
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from .. import cldr, edtf, prose, words
from ..dataset import Cited, Dataset
from ..models import Actor, Event, Publisher
from ..prose import Cite, Ref, Show
from ..shapes import FAMILIES, SHAPES
from ..site import Site
from .names import other_names

_BLANK_LINES = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address from the site's root (``events/ID/``) and its Markdown."""

    url: str
    text: str

    @property
    def path(self) -> str:
        """The file in the docs folder that becomes the page."""
        return (
            "index.md" if not self.url else self.url.rstrip("/") + (".md" if self.url.count("/") > 1 else "/index.md")
        )


class Context:
    """The dataset, the site and the templates, shared by all pages of one build."""

    def __init__(self, dataset: Dataset, site: Site) -> None:
        self.dataset = dataset
        self.site = site
        self._entries: dict[tuple[object, ...], Markup] = {}
        self.phase_numbers = {id: phase.order for id, phase in dataset.phases.items()}

    @cached_property
    def templates(self) -> Environment:
        environment = Environment(
            loader=PackageLoader("mkdocs_timeline", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_no_template_marks,
            auto_reload=False,
        )
        environment.globals |= {
            "words": words,
            "cldr": cldr,
            "edtf": edtf,
            "site": self.site,
            "shapes": SHAPES,
            "families": FAMILIES,
            "phases": self.dataset.phases,
            "phase_numbers": self.phase_numbers,
            "once": self._once,
        }
        return environment

    def _once(self, macro: Callable[..., Markup], row: Mapping[str, Any], *options: object) -> Markup:
        """What ``macro`` makes of an event's row, made once: the same entry stands on the pages of all that it names."""
        key = (row["href"], *options)
        if key not in self._entries:
            self._entries[key] = macro(row, *options)
        return self._entries[key]

    def page(
        self,
        url: str,
        template: str,
        *,
        title: str,
        description: str,
        names: Iterable[str] = (),
        boost: float | None = 1,
        view: Callable[[Writer], Mapping[str, Any]] | None = None,
    ) -> Page:
        """A page from a template. The search finds it by its title, its text and its other ``names``;
        ``boost`` weighs it there, None keeps it out.
        """
        writer = Writer(self, url)
        variables = dict(view(writer)) if view else {}
        body = self.templates.get_template(template).render(page=writer, title=title, **variables)
        front = [
            "---",
            f"title: {_meta(title)}",
            f"description: {_meta(shorten(description))}",
            "hide: [navigation, toc, tags]",
            "layout: record",
        ]
        if tags := other_names(title, names):
            front.append(f"tags: [{', '.join(map(_meta, tags))}]")
        if boost is None:
            front += ["search:", "  exclude: true"]
        elif boost != 1:
            front += ["search:", f"  boost: {boost:g}"]
        return Page(url, "\n".join([*front, "---", "", _BLANK_LINES.sub("\n", body).strip(), ""]))


def _no_template_marks(value: Any) -> Any:
    """Braces as entities, so that no later engine takes contributed text for its own template."""
    if isinstance(value, str) and not isinstance(value, Markup) and ("{" in value or "}" in value):
        return Markup(_inert(escape(value)))
    return value


def _meta(text: str) -> str:
    """A text as a YAML scalar in double quotes; as HTML, because engines put it into the page's head as it stands."""
    return json.dumps(_inert(escape(text)), ensure_ascii=False)


def shorten(text: str, length: int = 158) -> str:
    """The text, cut at a word where it is longer than a search engine shows."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


_ANCHORS: Final = {"battlefield": "timeline/#battlefield-", "questions": "questions/#"}
"""Kinds of record that are told together on one page."""


@dataclass
class Writer:
    """Writes one page: it knows where the page stands, so every link it gives is relative."""

    context: Context
    url: str
    notes: list[Note] = field(default_factory=list)

    @property
    def root(self) -> str:
        """The way to the site's root."""
        return "../" * self.url.count("/") or "./"

    def to(self, url: str) -> str:
        """A link to an address of the site, relative to this page."""
        return self.root + url

    def link(self, kind: str, id: str) -> str:
        if kind in _ANCHORS:
            return self.to(_ANCHORS[kind] + id)
        return self.to(f"{'sources' if kind == 'publishers' else kind}/{id}/")

    def timeline(self, **state: str) -> str:
        """A link to the timeline in a state (design.md, "Fixed points")."""
        query = "&".join(f"{name.rstrip('_')}={value}" for name, value in state.items() if value)
        return self.to("timeline/") + (f"?{query}" if query else "")

    # Contributed text

    def prose(self, text: str, cited: Iterable[Cited] = ()) -> Markup:
        """Contributed text as paragraphs; citations become the numbers of ``cited``."""
        return Markup(_inert(prose.render(text, self._show(cited))))

    def line(self, text: str, cited: Iterable[Cited] = ()) -> Markup:
        """Contributed text as one run of inline HTML."""
        return Markup(_inert(prose.render_line(text, self._show(cited))))

    def noted(self, text: str, cited: Iterable[Cited] = ()) -> Markup:
        """Contributed text as paragraphs whose citations become numbered notes of the page, events among them."""
        return Markup(_inert(prose.render(text, self._show_notes(cited))))

    def noted_line(self, text: str, cited: Iterable[Cited] = ()) -> Markup:
        return Markup(_inert(prose.render_line(text, self._show_notes(cited))))

    def cites(self, keys: Iterable[str], cited: Iterable[Cited]) -> Markup:
        """The numbers of sources, as links to them."""
        keys = tuple(keys)
        return Markup(self._show(cited)(Cite(keys, ""))) if keys else Markup("")

    def notes_for(self, keys: Iterable[str], cited: Iterable[Cited]) -> Markup:
        """As :meth:`cites`, through the page's notes."""
        keys = tuple(keys)
        return Markup(self._show_notes(cited)(Cite(keys, ""))) if keys else Markup("")

    def _show(self, cited: Iterable[Cited]) -> Show:
        numbers = {source.key: source.number for source in cited}

        def show(mark: Cite | Ref) -> str:
            if isinstance(mark, Ref):
                return self._ref(mark)
            found = [numbers[key] for key in mark.keys if key in numbers]
            return "".join(
                f'<sup class="cite"><a href="#source-{number}" aria-label="Source {number}">{number}</a></sup>'
                for number in found
            )

        return show

    def _show_notes(self, cited: Iterable[Cited]) -> Show:
        sources = {source.key: source for source in cited}

        def show(mark: Cite | Ref) -> str:
            if isinstance(mark, Cite):
                return "".join(
                    self._note(sources[key].source.address, source=sources[key]) for key in mark.keys if key in sources
                )
            found = self.context.dataset.find(mark.target)
            if mark.words or not found or found[0] != "events":
                return self._ref(mark)
            return self._note(f"events/{found[1].id}", event=found[1])

        return show

    def _note(self, key: str, source: Cited | None = None, event: Event | None = None) -> str:
        note = next((note for note in self.notes if note.key == key), None)
        if note is None:
            note = Note(len(self.notes) + 1, key, source, event)
            self.notes.append(note)
        return (
            f'<sup class="cite"><a href="#note-{note.number}" aria-label="Note {note.number}">{note.number}</a></sup>'
        )

    def _ref(self, ref: Ref) -> str:
        found = self.context.dataset.find(ref.target)
        if found is None:
            return escape(ref.words or ref.target, quote=False)
        kind, record = found
        return f'<a href="{self.link(kind, record.id)}">{escape(ref.words or name_of(record), quote=False)}</a>'

    # Pieces that several pages share

    def actor(self, id: str) -> dict[str, str]:
        actor = self.context.dataset.actors[id]
        return {"name": actor.name, "href": self.link("actors", id)}

    def topic(self, id: str) -> dict[str, str]:
        return {"name": self.context.dataset.topics[id].title, "href": self.link("topics", id)}

    def phase(self, id: str) -> dict[str, Any]:
        phase = self.context.dataset.phases[id]
        return {"name": phase.short, "href": self.link("phases", id), "number": phase.order, "id": id}

    def giver(self, by: str) -> dict[str, str]:
        """Who gave a number: an actor, a publisher, or words."""
        dataset = self.context.dataset
        for kind, records in (("actors", dataset.actors), ("publishers", dataset.publishers)):
            if by in records:
                return {"name": records[by].name, "href": self.link(kind, by)}
        return {"name": by, "href": ""}

    def place(self, id: str | None) -> dict[str, str] | None:
        """A place with its town and country, the town left out where it is in the name."""
        if id is None:
            return None
        place = self.context.dataset.places[id]
        rest = [part for part in (place.city, cldr.country(place.country)) if part and part not in place.name]
        return {
            "name": place.name,
            "href": self.link("places", id),
            "rest": ", ".join(rest),
            "town": place.city or place.name,
        }

    def row(self, event: Event) -> dict[str, Any]:
        """An event as an entry of a list."""
        place = self.place(event.place)
        return {
            "id": event.id,
            "href": self.link("events", event.id),
            "title": event.title,
            "date": event.date,
            "kind": event.kind,
            "importance": event.importance,
            "number": self.context.phase_numbers[event.phase],
            "phases": [self.phase(id) for id in event.phases],
            "place": place["town"] if place else "",
            "outcome": prose.without_marks(event.outcome),
            "sources": len(event.sources),
            "one_independent": self.context.dataset.independent[event.id] < 2,
            "disputed": bool(event.disputes),
        }

    def source(self, cited: Cited) -> dict[str, Any]:
        """A source as an entry of a list of sources."""
        source = cited.source
        return {
            "number": cited.number,
            "title": source.title,
            "href": source.address,
            "lang": source.lang,
            "authors": words.listed(source.authors),
            "publisher": cited.publisher.name,
            "publisher_href": self.link("publishers", cited.publisher.id),
            "via": cited.via.name if cited.via else "",
            "via_href": self.link("publishers", cited.via.id) if cited.via else "",
            "says": self.line(cited.says),
            "standing": cited.standing,
            "stands_behind": described(cited.publisher),
            "published": source.published,
            "kind": source.kind,
            "archived": source.archived,
            "look_for_archived": ""
            if source.archived
            else archive_search(source.address, source.published.start.strftime("%Y%m%d") if source.published else ""),
        }


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: a source, or an event that carries sources of its own."""

    number: int
    key: str
    source: Cited | None
    event: Event | None


def _inert(html: str) -> str:
    return html.replace("{", "&#123;").replace("}", "&#125;")


def name_of(record: Any) -> str:
    """What a record is called in running text."""
    for name in ("label", "name", "short", "title"):
        if value := getattr(record, name, ""):
            return str(value)
    return str(record.id)


_KIND_WORDS = {
    "agency": "news agency", "site": "news site", "government": "government", "intergovernmental": "intergovernmental body",
    "reference": "reference work",
}  # fmt: skip


def described(publisher: Publisher) -> str:
    """Who stands behind a source, in a few words: "state news agency, Russia"."""
    kind = _KIND_WORDS.get(publisher.kind, publisher.kind)
    if publisher.is_state_controlled and publisher.kind not in ("government", "intergovernmental"):
        kind = "state " + kind
    return f"{kind}, {cldr.country(publisher.country)}" if publisher.country else kind


def archive_search(address: str, day: str) -> str:
    """The Wayback Machine's address for the copy nearest to a day (YYYYMMDD, or empty for the newest)."""
    return f"https://web.archive.org/web/{day or '2'}/{address}"


def role_at(actor: Actor, event: Event) -> str:
    """The office an actor held at the time of an event, as far as the record knows it."""
    dated = [role for role in actor.roles if role.period and role.period.overlaps(event.date)]
    undated = [role for role in actor.roles if role.period is None]
    return next((role.role for role in (*dated, *undated)), "")


def prominence(events: Sequence[Event]) -> float:
    """What the page of a name weighs in the search: more where many events hold the name."""
    return round(1 + 1.25 * log10(1 + len(events)), 1)


def by_month(events: Iterable[Event]) -> list[tuple[int, int, list[Event]]]:
    """Events by year and month of their start, in order."""
    months: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        months.setdefault((event.date.start.year, event.date.start.month), []).append(event)
    return [(year, month, group) for (year, month), group in months.items()]
