"""All actors as JSON."""

from __future__ import annotations

from typing import Final

from ..dataset import Dataset
from ..site import Site
from .jsons import LICENCE, VERSION, to_bytes

PATH: Final = "data/actors.json"
ABOUT: Final = "People, states and organisations, with names in their own scripts, offices and events."


def export(dataset: Dataset, site: Site) -> bytes:
    rows = [
        {
            "id": actor.id,
            "name": actor.name,
            "names": dict(actor.names),
            "aliases": list(actor.aliases),
            "kind": actor.kind,
            "party": actor.party,
            "roles": [
                {"role": role.role, "party": role.party, "period": role.period.text if role.period else None}
                for role in actor.roles
            ],
            "wikidata": actor.wikidata or None,
            "events": [event.id for event in dataset.by_actor[actor.id]],
            "url": site.absolute(f"actors/{actor.id}/"),
        }
        for actor in dataset.actors.values()
    ]
    return to_bytes({"version": VERSION, "licence": LICENCE, "actors": rows})
