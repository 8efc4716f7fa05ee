"""The home page: what this is, the year in one picture, the phases, where to start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from .. import picture, words
from .context import Context, Page, Writer
from .phases import phase_card


def pages(context: Context) -> Iterator[Page]:
    yield context.page(
        "",
        "home.html.jinja",
        title=context.site.name,
        description=context.site.description,
        boost=None,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    dataset, site = page.context.dataset, page.context.site
    labelled = [event for event in dataset.events.values() if event.label]
    landmarks = [event for event in labelled if event.importance == "landmark"]
    drawn = site.focus is not None and bool(dataset.events)
    return {
        "heading": site.heading,
        "label": "Events a week, by phase, with the landmarks named. The same events are listed on the timeline.",
        "wide": picture.draw(dataset, site.focus, 1160, 130, landmarks, with_battlefield=True) if drawn else None,  # type: ignore[arg-type]
        "narrow": picture.draw(dataset, site.focus, 328, 90, landmarks, with_battlefield=False) if drawn else None,  # type: ignore[arg-type]
        "phases": [phase_card(page, phase) for phase in dataset.phases.values()],
        "asked": _asked(page),
        "story": _story(page),
        "week": _week(page),
        "changes": [
            {"date": words.short_date_words(item.date), "text": page.line(item.what)}
            for item in dataset.corrections[:3]
        ],
        "numbers": _numbers(page),
    }


def _asked(page: Writer) -> list[dict[str, str]]:
    """Questions that readers come with, each a link to its answer, as far as this data folder has it."""
    found = []
    for question, address in page.context.site.asked.items():
        kind, _, rest = address.partition("/")
        if rest.partition("/")[0] in getattr(page.context.dataset, kind, ()):
            found.append({"name": question, "href": page.to(address)})
    return found


def _story(page: Writer) -> dict[str, Any] | None:
    dataset = page.context.dataset
    story = next(iter(dataset.stories.values()), None)
    if story is None:
        return None
    steps = [dataset.events[step.event] for step in story.steps]
    year = page.context.site.focus.start.year if page.context.site.focus else None
    shown = steps if len(steps) < 7 else [steps[index * (len(steps) - 1) // 5] for index in range(6)]
    return {
        "title": story.title[:1].lower() + story.title[1:],
        "intro": page.line(story.intro),
        "href": page.timeline(story=story.id, step="1"),
        "steps": [
            {
                "date": words.short_date_words(event.date, year=event.date.start.year != year),
                "name": event.label or event.title,
                "href": page.timeline(story=story.id, step=str(steps.index(event) + 1)),
            }
            for event in shown
        ],
    }


def _week(page: Writer) -> dict[str, Any] | None:
    """The events of the focus year in the week of the build."""
    dataset, site = page.context.dataset, page.context.site
    if site.built is None or site.focus is None:
        return None
    year = site.focus.start.year
    day = site.built.replace(year=year, day=min(site.built.day, 28) if site.built.month == 2 else site.built.day)
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    rows = [event for event in dataset.events.values() if event.date.is_exact_day and first <= event.date.start <= last]
    shown = [
        {"date": words.short_date_words(event.date), "name": event.title, "href": page.link("events", event.id)}
        for event in rows[:6]
    ]
    return {"year": year, "rows": shown} if shown else None


def _numbers(page: Writer) -> list[dict[str, str]]:
    dataset = page.context.dataset
    return [
        {"name": words.count(len(dataset.events), "event"), "href": page.timeline()},
        {
            "name": words.count(
                len(dataset.actors), "person, state or organisation", "people, states and organisations"
            ),
            "href": page.to("actors/"),
        },
        {"name": words.count(len(dataset.documents), "document"), "href": page.to("documents/")},
        {
            "name": words.count(sum(bool(uses) for uses in dataset.uses.values()), "publisher") + " of sources",
            "href": page.to("sources/"),
        },
    ]
