"""`waypost review accept`: a reviewer's stamps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waypost.model.finding import Failure
from waypost.pipeline.catalogs import choose_languages, open_catalog
from waypost.pipeline.documents import documents_of, read_texts, require_readable
from waypost.pipeline.project import Project
from waypost.translation.review import accept
from waypost.translation.reviewers import PATH, load_reviewers
from waypost.translation.store import save_catalog


def accept_documents(
    project: Project,
    language: str,
    documents: Sequence[str],
    *,
    addresses: Sequence[str],
    handle: str,
) -> str:
    """A line that says how many texts have got the reviewer's stamp.

    A Failure when the handle may not stamp in the language, or a document or address isn't there;
    then nothing is written.
    """
    (offered,) = choose_languages(project.settings, (language,))
    reviewers = load_reviewers(project.root).reviewers.handles_for(language)
    if handle not in reviewers:
        known = ", ".join(sorted(reviewers)) or "nobody yet"
        raise Failure(
            f"“{handle}” may not stamp in {language}.",
            f"May stamp: {known}. Add the handle with its languages to {PATH}.",
        )
    texts = read_texts(project)
    require_readable(project, texts)
    translatable = {one.document.name: one for one in documents_of(texts, offered)}
    unknown = [name for name in documents if name not in translatable]
    if unknown:
        raise Failure(
            f"There is no document {', '.join(unknown)} in {language}.",
            f"`waypost review status -l {language}` lists them all.",
        )
    accepted = []
    for name in documents:
        opened = open_catalog(project.root, language, translatable[name])
        if opened.catalog is None:
            raise Failure(
                f"The PO file of {name} can't be read whole.", "Run `waypost check` and mend it."
            )
        accepted.append((name, accept(opened.catalog, frozenset(addresses), handle, project.day)))
    present = {address for _, one in accepted for address in one.addresses}
    missing = [address for address in addresses if address not in present]
    if missing:
        raise Failure(
            f"Nothing to stamp at {', '.join(missing)}.",
            "The address (msgctxt) must have a translation that you haven't stamped yet.",
        )
    for name, one in accepted:
        save_catalog(project.root, name, replace(one.catalog, language=language))
    count = len([address for _, one in accepted for address in one.addresses])
    return f"{count} text{'' if count == 1 else 's'} stamped by {handle}."
