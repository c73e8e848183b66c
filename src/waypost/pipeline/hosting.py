"""What a build does for the host of the site: its files, and compressed twins of all texts.

Touches the disk: writes into the site, and into `build/host/` what only the server may read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from waypost.files.atomic import save_text_if_changed
from waypost.files.scan import Mark
from waypost.hosting.choice import write_host_files
from waypost.hosting.served_site import ServedSite
from waypost.model.language import Tier
from waypost.model.site import SiteIdentity
from waypost.pipeline.compress import Compressor
from waypost.pipeline.options import BuildOptions
from waypost.pipeline.outputs import save_output
from waypost.pipeline.project import Project
from waypost.pipeline.workers import available_jobs
from waypost.site.surroundings import PageRef

HOST_FOLDER = "build/host"


def prepare_hosting(
    project: Project,
    options: BuildOptions,
    cache: Path,
    aliases: Mapping[str, PageRef],
    outputs: Mapping[str, Mark],
    standing: Mapping[str, Mark],
) -> dict[str, Mark]:
    """The marks of what is added to the site's `outputs` for its host, if there is one.

    `standing` are the files of the last build that stand as it wrote them. Somebody who writes
    and looks at the preview needs none of this.
    """
    host = options.host or project.settings.host
    if host is None or options.keep_last_good:
        return {}
    site = str(options.site_dir or project.root / project.settings.site)
    served = describe_served(project.settings.identity(project.day), aliases, outputs)
    files = write_host_files(host, served)
    marks = {output.path: save_output(site, output) for output in files.inside}
    for output in files.beside:
        path = project.root / HOST_FOLDER / output.path
        save_text_if_changed(path, output.data.decode())
    if host.takes_compressed:
        jobs = available_jobs(options.jobs)
        compressor = Compressor(site, cache / "compressed", jobs, options.show_progress)
        marks |= compressor.compress(outputs, standing)
    return marks


def describe_served(
    identity: SiteIdentity, aliases: Mapping[str, PageRef], outputs: Mapping[str, Mark]
) -> ServedSite:
    """The site as its host sees it."""
    codes = [one.language.code for one in identity.languages]
    open_codes = [one.language.code for one in identity.languages if one.tier is not Tier.CARD]
    return ServedSite(
        address=identity.url,
        moved={alias: page.id for alias, page in aliases.items()},
        not_found=tuple(code for code in codes if f"{code}/404.html" in outputs),
        languages=tuple(open_codes),
    )
