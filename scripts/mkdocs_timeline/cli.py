"""The command ``timeline``: what the plugin does, without an engine."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import blocks, checks, diff, export_tree, fix, from_issue, load, new, stats, tree, words
from .finding import report, shown_path

FINE, ERRORS, COULD_NOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 (fine, or warnings only), 1 (errors in the data) or 2 (could not run)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a letter of the record shows its code
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except tree.DataError as error:
        print(report(error.findings), end="")
        return _fail(f"{error}: nothing was written", ERRORS)
    except NotADirectoryError as error:
        return _fail(f"there is no data folder {error}: name one with --data, or run this in the repository")
    except (OSError, export_tree.ConfigError, blocks.BlockError, new.NewError, from_issue.IssueError) as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return _fail("stopped")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline", description="The open record: check its data, write its pages and open data."
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name: str, run: object, help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(run=run)
        sub.add_argument(
            "--data",
            type=Path,
            default=Path(os.environ.get("TIMELINE_DATA") or "data"),
            metavar="DIR",
            help="the data folder (data)",
        )
        return sub

    check = command("check", _check, "validate the data; each finding with file, line, column and what to do")
    check.add_argument(
        "--fix",
        action="store_true",
        help="mend what is mechanical first: order of fields, spaces, line ends, tracking parameters",
    )
    check.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how findings are printed (text)"
    )
    docs = command("docs", _docs, "write the whole docs tree, for any engine to build")
    docs.add_argument("out", type=Path, metavar="OUT")
    docs.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="the site's configuration (mkdocs.yml)"
    )
    out = command("export", _export, "write the open data files")
    out.add_argument("out", type=Path, metavar="OUT")
    out.add_argument("--format", metavar="NAME", help="only this file, such as events.json")
    out.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), metavar="FILE", help="the site's configuration (mkdocs.yml)"
    )
    compare = commands.add_parser("diff", help="what changed between two data folders, in words")
    compare.add_argument("old", type=Path, metavar="OLD")
    compare.add_argument("new", type=Path, metavar="NEW")
    compare.set_defaults(run=_diff)
    issue = command(
        "from-issue",
        _from_issue,
        "an issue form's answers as a record, written where it belongs; notes on standard output",
    )
    issue.add_argument("file", type=Path, metavar="FILE", help="the issue's text, - for standard input")
    making = command("new", _new, "a valid, commented skeleton of a record; asks for what is not given")
    making.add_argument("kind", choices=sorted(_NEW))
    for name in _NEW_FIELDS:
        making.add_argument(f"--{name.replace('_', '-')}", dest=f"given_{name}", metavar=name.upper(), default="")
    command("stats", _stats, "records, sources by kind and language, share with two independent sources, gaps")
    return parser


def _shown(folder: Path) -> str:
    return shown_path(folder.absolute(), Path.cwd())


def _check(options: argparse.Namespace) -> int:
    if options.fix:
        for changed in fix.fix(options.data):
            print(f"mended {_shown(options.data)}/{changed}", file=sys.stderr)
    findings = checks.check(load.load(options.data, _shown(options.data)))
    print(report(findings, options.format), end="")
    errors = sum(finding.is_error for finding in findings)
    if options.format == "text":
        print(f"{words.count(errors, 'error')}, {words.count(len(findings) - errors, 'warning')}", file=sys.stderr)
    return ERRORS if errors else FINE


def _docs(options: argparse.Namespace) -> int:
    dataset, _ = tree.dataset_of(options.data, _shown(options.data))
    export_tree.write_docs(dataset, options.config, options.out)
    return FINE


def _export(options: argparse.Namespace) -> int:
    dataset, _ = tree.dataset_of(options.data, _shown(options.data))
    export_tree.write_exports(dataset, options.config, options.out, options.format)
    return FINE


_NEW = {"event": new.event, "actor": new.actor, "source": new.source}
_NEW_FIELDS = (
    "title",
    "date",
    "phase",
    "kind",
    "actors",
    "name",
    "party",
    "role",
    "url",
    "source_title",
    "publisher",
    "lang",
    "key",
)


def _new(options: argparse.Namespace) -> int:
    records = load.load(options.data, _shown(options.data))
    given = {name: getattr(options, f"given_{name}") for name in _NEW_FIELDS}
    draft = _NEW[options.kind](records, given, _ask)
    print(new.write(options.data, draft))
    return FINE


def _ask(name: str, hint: str) -> str:
    """Asks at the terminal; where nobody sits at one, says what is missing."""
    if not sys.stdin.isatty():
        raise new.NewError(f"--{name.replace('_', '-')} is needed: {hint}")
    print(f"{name.replace('_', ' ')} ({hint})", file=sys.stderr)
    try:
        return input("> ")
    except EOFError:
        return ""


def _diff(options: argparse.Namespace) -> int:
    print(diff.diff(options.old, options.new), end="")
    return FINE


def _from_issue(options: argparse.Namespace) -> int:
    raw = sys.stdin.buffer.read() if str(options.file) == "-" else options.file.read_bytes()
    result = from_issue.record(raw.decode("utf-8", "replace"), load.load(options.data, _shown(options.data)))
    new.write(options.data, new.Draft(result.path, result.text))
    print(f"{_shown(options.data)}/{result.path}")
    for note in result.notes:
        print(f"- {note}")
    return FINE


def _stats(options: argparse.Namespace) -> int:
    dataset, findings = tree.dataset_of(options.data, _shown(options.data))
    print(stats.text(dataset, findings), end="")
    return FINE


def _fail(message: str, code: int = COULD_NOT_RUN) -> int:
    print(f"timeline: {message}", file=sys.stderr)
    return code
