"""The MkDocs plugin ``timeline``: puts the generated files among those that MkDocs builds."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from . import blocks, site, tree
from .finding import report, shown_path
from .pages import Context

log = get_plugin_logger("timeline")


class TimelinePlugin(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Reads and checks the data folder, and adds pages, open data and assets."""

    # Not the newer class of options: one of them is called "data", which is taken on that class.
    config_scheme = (
        ("data", options.Type(str, default="data")),
        ("repository", options.Type(str, default="")),
        ("branch", options.Type(str, default="main")),
        ("focus", options.Type((str, int), default="")),
        ("day_one", options.Type((str, date), default="")),
        ("day_words", options.Type(str, default="day {}")),
        ("heading", options.Type(str, default="")),
        ("sides", options.Type(dict, default={})),
        ("asked", options.Type(dict, default={})),
        ("series", options.Type(dict, default={})),
    )

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        self.folder = root / (os.environ.get("TIMELINE_DATA") or self.config["data"])
        self.site = site.from_options(
            config.site_name, config.site_description or "", config.site_url or "", root, self.config
        )
        config.extra["repository"] = self.site.repository
        config.extra["built"] = self.site.built
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads and checks before MkDocs empties the site's folder: errors in the data leave the last good site in place."""
        shown = shown_path(self.folder, Path.cwd())
        try:
            dataset, warnings = tree.dataset_of(self.folder, shown)
        except NotADirectoryError:
            raise PluginError(
                f"there is no data folder {shown}: set the plugin's option 'data' or TIMELINE_DATA"
            ) from None
        except tree.DataError as error:
            raise PluginError(
                "\n" + report(finding for finding in error.findings if finding.is_error) + f"{error}: nothing was built"
            ) from None
        if warnings:
            log.info("%d warnings about the data: 'make check' lists them", len(warnings))
        self.context = Context(dataset, self.site)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for path, content in tree.files(self.context):
            if existing := files.get_file_from_path(path):
                files.remove(existing)
                log.info("%s is generated: the hand-written one is left out", path)
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_markdown(self, markdown: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:
        try:
            return (
                blocks.fill(markdown, page.url.removeprefix("./"), self.context)
                if "<!-- timeline:" in markdown
                else markdown
            )
        except blocks.BlockError as error:
            raise PluginError(str(error)) from None

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> None:
        server.watch(str(self.folder))
