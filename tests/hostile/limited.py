"""Checks one data folder after another, each in a process that may take 2 s of time and 200 MB of memory.

Started by test_hostile.py, which writes a folder a line and reads the exit code a line; what ``timeline check``
printed is in the folder's ``printed``. The package is loaded once, so the limits are those of the work alone.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path

from mkdocs_timeline import cli

SECONDS, BYTES, PATIENCE = 2, 200_000_000, 30
TRACEBACK = 70


def check(folder: Path) -> int:
    """The exit code of the check; negative for the signal that ended it."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        printed = os.open("printed", os.O_WRONLY | os.O_CREAT)
        os.dup2(printed, 1)
        os.dup2(printed, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        with suppress(ValueError):  # macOS has no such limit
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        signal.alarm(PATIENCE)  # for what waits instead of working
        try:
            code = cli.main(["check"])
        except BaseException:
            traceback.print_exc()
            code = TRACEBACK
        sys.stdout.flush()
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    for line in sys.stdin:
        print(check(Path(line.rstrip("\n"))), flush=True)
