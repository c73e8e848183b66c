"""`waypost translate --survey`: which marks come back best from the engines of this site."""

from __future__ import annotations

import msgspec

from waypost.model.finding import Finding
from waypost.model.site import SiteLanguage
from waypost.model.text import Syntax
from waypost.pipeline.catalogs import choose_languages
from waypost.pipeline.documents import Texts, read_texts
from waypost.pipeline.project import Project
from waypost.pipeline.translate import EngineChoice, make_engine
from waypost.translation.encodings import ENCODINGS
from waypost.translation.engines.protocol import MissingPair
from waypost.translation.glossary import load_glossary, terms_of_content
from waypost.translation.job import Job
from waypost.translation.mark_choices import PATH, MarkChoice, save_choices
from waypost.translation.survey import Score, choose_sentences, score_encodings
from waypost.translation.survey_sentences import SENTENCES

_OWN = 40
"""Sentences of the site itself that are measured beside ours."""
_HEAD = ("marks", "good", "lost", "untranslated", "faulty")


class LanguageScores(msgspec.Struct, frozen=True):
    """What was measured for one language."""

    choice: MarkChoice
    sentences: int
    scores: tuple[Score, ...]


class SurveyReport(msgspec.Struct, frozen=True):
    """What was measured, and whether the choice had to be written."""

    findings: tuple[Finding, ...]
    measured: tuple[LanguageScores, ...]
    skipped: tuple[str, ...]
    """Why a language was not measured."""
    is_written: bool

    @property
    def summary(self) -> str:
        """A table a language, and where the choice is."""
        tables = [_render_table(each) for each in self.measured]
        if self.measured:
            written = "Written to" if self.is_written else "As it stands already in"
            tables.append(f"{written} {PATH}. Commit it.")
        return "\n".join([*tables, *self.skipped])


def survey_project(
    project: Project, languages: tuple[str, ...], choice: EngineChoice
) -> SurveyReport:
    """What was measured for the languages named, or for all that an engine has a pair for.

    Raises Failure where an engine isn't there or breaks, or has no pair for a language named.
    """
    texts = read_texts(project)
    measured: list[LanguageScores] = []
    skipped: list[str] = []
    for offered in choose_languages(project.settings, languages):
        code = offered.language.code
        try:
            found = _measure(project, texts, offered, choice)
        except MissingPair as failure:
            if languages:
                raise
            skipped.append(f"{code} was skipped: {failure.message}")
            continue
        if found is None:
            skipped.append(f"{code} was skipped: its engine keeps markup by itself")
        else:
            measured.append(found)
    choices = [each.choice for each in measured]
    is_written = bool(choices) and save_choices(project.root, choices)
    findings = (*project.findings, *texts.findings)
    return SurveyReport(findings, tuple(measured), tuple(skipped), is_written)


def _measure(
    project: Project, texts: Texts, offered: SiteLanguage, choice: EngineChoice
) -> LanguageScores | None:
    """The scores for a language; None for an engine that keeps markup by itself."""
    code, source = offered.language.code, project.settings.source.code
    name = choice.name or project.settings.translate.engine_for(code)
    engine = make_engine(EngineChoice(name, choice.packs), project.root)
    try:
        if engine.keeps_markup:
            return None
        stamp = engine.stamp(source, code)
        glossary, _ = load_glossary(project.root, code, terms_of_content(texts.shared))
        own = [
            segment.source
            for each in texts.documents
            for segment in each.document.segments
            if segment.syntax is Syntax.MARKUP
        ]
        sentences = tuple(dict.fromkeys((*SENTENCES, *choose_sentences(own, _OWN, glossary))))
        job = Job(
            lambda batch: engine.translate(batch, source, code),
            source,
            code,
            Syntax.MARKUP,
            glossary,
            ENCODINGS,
        )
        scores = score_encodings(job, sentences)
    finally:
        engine.close()
    marks = tuple(score.encoding.name for score in scores if score.good)
    return LanguageScores(
        MarkChoice(engine.name, source, code, stamp, marks), len(sentences), scores
    )


def _render_table(measured: LanguageScores) -> str:
    choice = measured.choice
    rows = [_HEAD] + [
        (
            score.encoding.name,
            *(str(n) for n in (score.good, score.lost, score.left_over, score.faulty)),
        )
        for score in measured.scores
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        f"{choice.source} to {choice.target}, {choice.measured}: {measured.sentences} sentences"
    ]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  " + "  ".join(cells))
    return "\n".join(lines) + "\n"
