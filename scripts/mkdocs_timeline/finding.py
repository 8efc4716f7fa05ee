"""What a check has to say: one finding, where it is, and how it is printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal

Severity = Literal["error", "warning"]

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LONGEST: Final = 1000


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend or to confirm.

    ``path`` is shown as given (the shells make it relative to the current folder);
    ``line`` and ``column`` count from 1; ``code`` is a key of :data:`mkdocs_timeline.codes.CODES`.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def text(self) -> str:
        # One line of bearable length, whatever the message quotes: a log may take a line for a command.
        message = _CONTROL.sub(" ", self.message[:_LONGEST])
        return f"{self.path}:{self.line}:{self.column}: {self.severity} {self.code} {message}"

    def github(self) -> str:
        """A workflow command that puts the finding on its line of a pull request.

        https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        """
        return f"::{self.severity} file={_property(self.path)},line={self.line},col={self.column},title={_property(self.code)}::{_data(self.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def report(findings: Iterable[Finding], format: Literal["text", "json", "github"] = "text") -> str:
    """All findings, in file order, as one text that ends with a line feed (or is empty)."""
    ordered = sorted(findings)
    if format == "json":
        keys = ("path", "line", "column", "severity", "code", "message")
        rows = [{key: getattr(finding, key) for key in keys} for finding in ordered]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    line = Finding.github if format == "github" else Finding.text
    return "".join(line(finding) + "\n" for finding in ordered)


def shown_path(path: PurePath, base: PurePath) -> str:
    """``path`` as a person in the folder ``base`` would type it."""
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return path.as_posix()
