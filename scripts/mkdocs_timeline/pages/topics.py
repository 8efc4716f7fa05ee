"""Topics: what the talks were about, each with the course of the positions on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from .. import prose, words
from ..models import Topic
from .context import Context, Page, Writer, prominence
from .events import record_actions
from .positions_of import course
from .timeline import small


def pages(context: Context) -> Iterator[Page]:
    topics = context.dataset.topics
    yield context.page(
        "topics/",
        "index.html.jinja",
        title="Topics",
        description="What the talks were about: " + ", ".join(topic.title.lower() for topic in topics.values()) + ".",
        boost=None,
        view=lambda page: {
            "lead": "The questions on the table. Each page gives what the parties held, in order of time.",
            "groups": [{"name": "", "rows": [_card(page, topic) for topic in topics.values()]}],
        },
    )
    for topic in topics.values():
        yield context.page(
            f"topics/{topic.id}/",
            "subject.html.jinja",
            title=topic.title,
            description=prose.without_marks(topic.summary),
            names=topic.aliases,
            boost=prominence(context.dataset.by_topic[topic.id]),
            view=partial(_view, topic=topic),
        )


def _card(page: Writer, topic: Topic) -> dict[str, Any]:
    first = prose.sentences(prose.paragraphs(prose.without_marks(topic.summary))[0])[0]
    return {
        **page.topic(topic.id),
        "text": first,
        "count": words.count(len(page.context.dataset.by_topic[topic.id]), "event"),
    }


def _view(page: Writer, topic: Topic) -> dict[str, Any]:
    dataset = page.context.dataset
    rows = dataset.positions_on[topic.id]
    count = {
        party: sum(row.position.party == party for row in rows)
        for party in dict.fromkeys(row.position.party for row in rows)
    }
    parties = sorted(count, key=lambda party: -count[party])
    facts: list[dict[str, Any]] = []
    if topic.related:
        facts.append({"name": "Near to it", "links": [page.topic(id) for id in topic.related]})
    if topic.aliases:
        facts.append({"name": "Also called", "value": ", ".join(topic.aliases)})
    return {
        "trail": [{"name": "Topics", "href": page.to("topics/")}],
        "over": "Topic",
        "names": [],
        "text": page.prose(topic.summary),
        "lists": [],
        "course_title": "Who held what, and when",
        "courses": [
            {
                **page.actor(party),
                "rows": course(page, [row for row in rows if row.position.party == party], with_party=False),
            }
            for party in parties
        ],
        "small": small(page, dataset.by_topic[topic.id], page.timeline(topic=topic.id)),
        "rows": [page.row(event) for event in dataset.by_topic[topic.id]],
        "facts": facts,
        "actions": record_actions(page, "topics", topic.id, topic.title),
    }
