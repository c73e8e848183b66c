"""The MkDocs plugin: `mkdocs build` runs the same pipeline as `waypost build`.

Touches the disk: looks for the translations. MkDocs reads the settings and calls the events; it
renders no page and copies no file of its own. Leaving MkDocs means deleting this module
(docs/decisions/).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

import click
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from waypost.model.finding import Failure, describe_disk_error
from waypost.pipeline.options import CACHE


class PluginOptions(Config):
    """No option that MkDocs would have to know."""


class WaypostPlugin(BasePlugin[PluginOptions]):
    """Hands the build to Waypost's pipeline; the settings are checked there, with places."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """No errors and no warnings: the pipeline reads mkdocs.yml itself."""
        del options
        self.config = PluginOptions(config_file_path=config_file_path)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether MkDocs builds or serves; a preview is never stopped by an error."""
        self._preview = command == "serve"
        if dirty:
            click.echo("waypost: --dirty changes nothing; unchanged pages are never rebuilt.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The settings with a theme that writes nothing, and a folder that MkDocs may empty.

        MkDocs empties its site_dir before it builds. The real one must stand as it was when errors
        stop publication, and keep the pages that haven't changed.
        """
        self._site = Path(config.site_dir)
        if config.config_file_path is not None:
            config.site_dir = str(Path(config.config_file_path).parent / CACHE / "mkdocs")
        config.theme = Theme(name=None, custom_dir=str(Path(__file__).parent / "site"))
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """No files: MkDocs has nothing to render or copy."""
        del files, config
        return Files([])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The pages stand in MkDocs' site_dir; findings are printed, errors end the build."""
        from waypost.model.finding import sort_findings
        from waypost.pipeline.build import build_site
        from waypost.pipeline.options import BuildOptions
        from waypost.report.formats import has_errors, render_text

        if config.config_file_path is None:
            raise PluginError("waypost: MkDocs must be given a settings file, mkdocs.yml")
        config.site_dir = str(self._site)
        options = BuildOptions(site_dir=self._site, preview=self._preview)
        try:
            report = build_site(Path(config.config_file_path).parent, options)
        except (Failure, OSError) as trouble:
            failure = describe_disk_error(trouble) if isinstance(trouble, OSError) else trouble
            raise PluginError(f"waypost: {failure.message}\n    {failure.mend}") from trouble
        if report.findings:
            sys.stderr.write(render_text(sort_findings(report.findings)))
        click.echo(f"waypost: {report.summary}")
        if has_errors(report.findings) and not self._preview:
            raise PluginError("waypost: the errors above stop publication")

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        """The server also watches the translations."""
        del builder
        if config.config_file_path is not None:
            translations = Path(config.config_file_path).parent / "translations"
            if translations.is_dir():
                server.watch(str(translations))
        return server
