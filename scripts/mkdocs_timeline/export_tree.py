"""Writes the generated tree to a folder: for engines that know nothing of our plugin, and for those who want the data."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import yaml

from . import blocks, site, tree
from .dataset import Dataset
from .exports import FORMATS, export
from .pages import Context

_PLUGIN: Final = "timeline"

_MARK: Final = "# Written by `timeline docs`, which replaces this folder: change the repository it came from instead.\n"


class ConfigError(Exception):
    """The site's configuration can't be used; the message says why."""


def read_config(path: Path) -> yaml.MappingNode:
    """The configuration as nodes, so that the engine's own tags survive unread.

    Raises:
        ConfigError: when it is no YAML mapping.
    """
    try:
        node = yaml.compose(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"there is no configuration {path}: name one with --config") from None
    except yaml.YAMLError as error:
        raise ConfigError(f"{path} is not YAML: {error}") from None
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(f"{path} is no configuration: it has to hold fields")
    return node


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _scalar(node: yaml.Node | None) -> str:
    """A value as text; ``!ENV [NAME, default]`` as MkDocs reads it."""
    if isinstance(node, yaml.ScalarNode) and node.tag != "!ENV":
        return str(node.value)
    if node is not None and node.tag == "!ENV":
        names = [item.value for item in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
        default = names.pop() if len(names) > 1 else ""
        return next((os.environ[name] for name in names if name in os.environ), default)
    return ""


def _value(node: yaml.Node | None) -> Any:
    """A value with what is in it; all scalars as text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    return _scalar(node)


def _plugins(config: yaml.MappingNode) -> list[yaml.Node]:
    plugins = _get(config, "plugins")
    return list(plugins.value) if isinstance(plugins, yaml.SequenceNode) else []


def _is_ours(item: yaml.Node) -> bool:
    name = item.value[0][0] if isinstance(item, yaml.MappingNode) else item
    return bool(name.value == _PLUGIN)


def site_of(config: yaml.MappingNode, root: Path) -> site.Site:
    """The site as the configuration and the environment describe it."""
    ours = next((item for item in _plugins(config) if _is_ours(item)), None)
    options = ours.value[0][1] if isinstance(ours, yaml.MappingNode) else None
    given = _value(options) or {}
    name, description, address = (_scalar(_get(config, key)) for key in ("site_name", "site_description", "site_url"))
    return site.from_options(name, description, address, root, given)


def write_docs(dataset: Dataset, config_path: Path, out: Path) -> None:
    """Write ``out/docs/`` (hand-written and generated) and ``out/mkdocs.yml`` without our plugin.

    What stood in ``out`` is replaced only when everything was written.
    """
    config = read_config(config_path)
    root = config_path.absolute().parent
    own = site_of(config, root)
    docs = root / (_scalar(_get(config, "docs_dir")) or "docs")
    if docs.resolve() in out.resolve().parents:
        raise ConfigError(f"{out} is inside the hand-written pages: name a folder elsewhere")
    with _replacing(out) as folder:
        shutil.copytree(docs, folder / "docs")
        context = Context(dataset, own)
        for page in (folder / "docs").rglob("*.md"):
            url = page.relative_to(folder / "docs").with_suffix("").as_posix().removesuffix("index").rstrip("/") + "/"
            page.write_text(blocks.fill(page.read_text("utf-8"), url.removeprefix("/"), context), "utf-8")
        _write(folder / "docs", tree.files(context))
        plugins = _get(config, "plugins")
        if isinstance(plugins, yaml.SequenceNode):
            plugins.value = [item for item in plugins.value if not _is_ours(item)]
        _relocate(config, root)
        _add_extra(config, own)
        text = yaml.serialize(config, allow_unicode=True, width=1000)
        (folder / "mkdocs.yml").write_text(_MARK + text, "utf-8")


def _relocate(config: yaml.MappingNode, root: Path) -> None:
    """Point the configuration at the written tree: the docs are in ``docs``, the theme's folder in or beside them."""
    for key, value in config.value:
        if key.value == "docs_dir":
            value.value = "docs"
    custom = _get(_get(config, "theme"), "custom_dir")
    docs = _scalar(_get(config, "docs_dir")) or "docs"
    if isinstance(custom, yaml.ScalarNode) and not custom.value.startswith(docs + "/"):
        custom.value = str(root / custom.value)


def _add_extra(config: yaml.MappingNode, own: site.Site) -> None:
    """What the plugin tells the theme, as plain configuration."""
    extra = _get(config, "extra")
    if isinstance(extra, yaml.MappingNode) and own.built:
        pair = (
            yaml.ScalarNode("tag:yaml.org,2002:str", "built"),
            yaml.ScalarNode("tag:yaml.org,2002:timestamp", own.built.isoformat()),
        )
        extra.value.append(pair)


def write_exports(dataset: Dataset, config_path: Path, out: Path, only: str | None) -> None:
    """Write the open data into ``out``, which may hold other files; ``only`` names one file of it.

    Raises:
        ConfigError: when there is no such file among the open data.
    """
    if only and only not in FORMATS:
        raise ConfigError(f"there is no format {only}: there are {', '.join(sorted(FORMATS))}")
    own = site_of(read_config(config_path), config_path.absolute().parent) if config_path.exists() else site.Site("")
    files = ((path.removeprefix("data/"), content) for path, content in export(dataset, own))
    _write(out, ((path, content) for path, content in files if only in (None, path)))


def _write(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def _replacing(out: Path) -> Iterator[Path]:
    """A new folder that takes the place of ``out`` when the work is done; ``out`` stays as it is when it fails.

    Raises:
        ConfigError: when ``out`` holds anything that :func:`write_docs` or a build of it did not put there.
    """
    if not _is_free(out):
        raise ConfigError(f"{out} holds something else: name a new or empty folder")
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".timeline-", dir=out.parent) as beside:
        folder = Path(beside) / "new"
        folder.mkdir()
        yield folder
        if out.exists():
            out.rename(Path(beside) / "old")
        folder.rename(out)


def _is_free(out: Path) -> bool:
    if not out.is_dir():
        return not out.exists()
    names = {item.name for item in out.iterdir()}
    return not names or (
        {"mkdocs.yml"} <= names <= {"docs", "mkdocs.yml", "site"}
        and (out / "mkdocs.yml").read_bytes().startswith(_MARK.encode())
    )
