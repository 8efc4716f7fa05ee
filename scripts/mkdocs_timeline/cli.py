"""The command ``timeline``: what the plugin does, without an engine."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import checks, export_tree, load, stats, tree
from .finding import report, shown_path

FINE, ERRORS, COULD_NOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 (fine, or warnings only), 1 (errors in the data) or 2 (could not run)."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except tree.DataError as error:
        print(report(error.findings), end="")
        return _fail(f"{error}: nothing was written", ERRORS)
    except NotADirectoryError as error:
        return _fail(f"there is no data folder {error}: name one with --data, or run this in the repository")
    except (OSError, export_tree.ConfigError) as error:
        return _fail(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="timeline", description="The open record: check its data, write its pages and open data.")
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, run: object, help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(run=run)
        sub.add_argument("--data", type=Path, default=Path(os.environ.get("TIMELINE_DATA") or "data"), metavar="DIR", help="the data folder (data)")
        return sub

    check = command("check", _check, "validate the data; each finding with file, line, column and what to do")
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="how findings are printed (text)")
    docs = command("docs", _docs, "write the whole docs tree, for any engine to build")
    docs.add_argument("out", type=Path, metavar="OUT")
    docs.add_argument("--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="the site's configuration (mkdocs.yml)")
    out = command("export", _export, "write the open data files")
    out.add_argument("out", type=Path, metavar="OUT")
    out.add_argument("--format", metavar="NAME", help="only this file, such as events.json")
    out.add_argument("--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="the site's configuration (mkdocs.yml)")
    command("stats", _stats, "records, sources by kind and language, share with two independent sources, gaps")
    return parser


def _shown(folder: Path) -> str:
    return shown_path(folder.absolute(), Path.cwd())


def _check(options: argparse.Namespace) -> int:
    findings = checks.check(load.load(options.data, _shown(options.data)))
    print(report(findings, options.format), end="")
    errors = sum(finding.is_error for finding in findings)
    if options.format == "text":
        print(f"{errors} errors, {len(findings) - errors} warnings", file=sys.stderr)
    return ERRORS if errors else FINE


def _docs(options: argparse.Namespace) -> int:
    dataset, _ = tree.dataset_of(options.data, _shown(options.data))
    export_tree.write_docs(dataset, options.config, options.out)
    return FINE


def _export(options: argparse.Namespace) -> int:
    dataset, _ = tree.dataset_of(options.data, _shown(options.data))
    export_tree.write_exports(dataset, options.config, options.out, options.format)
    return FINE


def _stats(options: argparse.Namespace) -> int:
    dataset, findings = tree.dataset_of(options.data, _shown(options.data))
    print(stats.text(dataset, findings), end="")
    return FINE


def _fail(message: str, code: int = COULD_NOT_RUN) -> int:
    print(f"timeline: {message}", file=sys.stderr)
    return code
