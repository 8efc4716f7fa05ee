"""Where the site stands: its name, its address, its repository, its date."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from . import edtf
from .edtf import Edtf


@dataclass(frozen=True, slots=True)
class Site:
    """What pages and exports need to know of the site. Addresses end with a slash; an unknown one is empty."""

    name: str
    description: str = ""
    heading: str = ""
    """The home page's title; the site's name where there is none."""
    address: str = ""
    repository: str = ""
    branch: str = "main"
    data: str = "data"
    built: date | None = None
    focus: Edtf | None = None
    """The time the timeline opens on; the whole record where there is none."""
    day_one: date | None = None
    day_words: str = ""
    """How a day is counted from ``day_one``: "day {} of the invasion"."""
    sides: Mapping[str, str] = field(default_factory=dict)
    """The parties that others mediate between, by actor, each with the name of its capital."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """Questions that readers come with, each with the address in the site that answers it."""
    series: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Title and lead of each series of documents that are compared."""

    def absolute(self, url: str) -> str:
        """``url`` (from the site's root, without a leading slash) with the site's address, where that is known."""
        return self.address + url if self.address else "/" + url

    def edit(self, file: str) -> str:
        """Address of GitHub's editor for a file of the data folder; empty without a repository."""
        return f"{self.repository}edit/{quote(self.branch)}/{quote(f'{self.data}/{file}')}" if self.repository else ""

    def history(self, file: str) -> str:
        return (
            f"{self.repository}commits/{quote(self.branch)}/{quote(f'{self.data}/{file}')}" if self.repository else ""
        )

    def form(self, template: str, **fields: str) -> str:
        """Address of an issue form, prefilled; empty without a repository."""
        return f"{self.repository}issues/new?{urlencode({'template': template, **fields})}" if self.repository else ""

    def report(self, record: str, title: str, url: str) -> str:
        """Address of the prefilled issue form for an error in a record, shown at ``url``; empty without a repository."""
        return self.form("report-an-error.yml", title=f"Error in: {title}", record=record, page=self.absolute(url))

    def nth_day(self, when: Edtf) -> str:
        """Which day it was, counted from the first; empty for dates before it or not known to the day."""
        if self.day_one is None or not when.is_exact_day or when.start < self.day_one:
            return ""
        return self.day_words.format((when.start - self.day_one).days + 1)


def from_options(name: str, description: str, address: str, root: Path, options: Mapping[str, Any]) -> Site:
    """The site as its configuration and the plugin's options describe it, the environment filling gaps."""
    focus, day_one = str(options.get("focus") or ""), str(options.get("day_one") or "")
    return Site(
        name=name,
        description=description,
        heading=options.get("heading") or name,
        address=_folder(address),
        repository=repository_address(options.get("repository") or os.environ.get("REPO_URL", "")),
        branch=options.get("branch") or "main",
        data=options.get("data") or "data",
        built=build_date(root),
        focus=edtf.parse(focus) if focus else None,
        day_one=date.fromisoformat(day_one) if day_one else None,
        day_words=options.get("day_words") or "day {}",
        sides=options.get("sides") or {},
        asked=options.get("asked") or {},
        series=options.get("series") or {},
    )


def _folder(address: str) -> str:
    return address if not address or address.endswith("/") else address + "/"


def repository_address(given: str, environment: Mapping[str, str] = os.environ) -> str:
    """The repository: as configured, or as GitHub Actions names it."""
    if not given and "GITHUB_REPOSITORY" in environment:
        given = f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{environment['GITHUB_REPOSITORY']}"
    return _folder(given)


def build_date(folder: Path, environment: Mapping[str, str] = os.environ) -> date | None:
    """The date the build stands for: ``SOURCE_DATE_EPOCH``, or the last commit's; None where there is neither."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
        try:
            epoch = subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
        except (OSError, subprocess.SubprocessError):
            return None
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() and int(epoch) else None
