"""The whole record, built once for all tests that read its pages or open them in a browser."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent
MKDOCS = [sys.executable, "-m", "mkdocs"]


def build(
    target: Path, environment: dict[str, str] | None = None, config: Path = ROOT / "mkdocs.yml"
) -> subprocess.CompletedProcess[str]:
    """Build the site into ``target``; a warning fails it, except over another data folder, where records that hand-written pages link to are missing."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("SITE_URL", "REPO_URL", "TIMELINE_DATA", "GITHUB_REPOSITORY")
    }
    settings = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600", **(environment or {})}
    how = "--quiet" if "TIMELINE_DATA" in settings else "--strict"  # not both: what is silenced is not counted
    command = [*MKDOCS, "build", how, "--config-file", str(config), "--site-dir", str(target)]
    return subprocess.run(command, cwd=ROOT, env=clean | settings, capture_output=True, text=True, timeout=600)


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept, as any real server keeps them
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that goes away in the middle of an answer is no error of ours."""


def serve(folder: Path) -> tuple[Server, str]:
    """Serve a folder on a free port of this machine; the address ends with a slash."""
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"
