"""The editorial rules that a program can hold, one function a rule.

A rule takes all records and yields findings under its own code. Modules of this package are found by
listing them; :func:`check` runs every rule. What can be wrong with a file before it is a record
is documented beside these in :mod:`mkdocs_timeline.codes`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Final

from ..codes import Code
from ..finding import Finding
from ..garbage import uncollected
from ..load import Records

Rule = Callable[[Records], Iterator[Finding]]

RULES: Final[dict[str, Rule]] = {}
CODES: Final[dict[str, Code]] = {}


def rule(code: str, name: str, *, wants: str, bad: str, good: str, severity: str = "error") -> Callable[[Rule], Rule]:
    """Register a rule under its code, with what its page says: what it wants, what it refuses, and that mended."""

    def register(function: Rule) -> Rule:
        assert code not in RULES, code
        RULES[code] = function
        CODES[code] = Code(code, name, severity, wants, bad, good)
        return function

    return register


def check(records: Records) -> list[Finding]:
    """All findings about ``records``, those of reading included, in file order."""
    findings = list(records.findings)
    with uncollected():
        for run in RULES.values():
            findings += run(records)
    return sorted(findings)


for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
