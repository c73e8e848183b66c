"""Who may vouch for a translation: translations/reviewers.yml. Touches the disk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from waypost.files.inside import StrayError, load_inside
from waypost.model.finding import Finding, Place
from waypost.translation import catalog_codes as codes
from waypost.translation.file_codes import describe_stray
from waypost.translation.soundness import find_sign

PATH = "translations/reviewers.yml"
_HANDLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?")
_MOST_LEVELS = 12
_FIELDS = ("handle", "name", "role", "languages", "github")


class Reviewer(msgspec.Struct, frozen=True):
    """A person or team: the handle in stamps, the name or role that readers see."""

    handle: str
    shown: str
    languages: tuple[str, ...]
    login: str = ""
    """Her account on GitHub; without it no pull request is ever hers."""


class Reviewers(msgspec.Struct, frozen=True):
    """All who may stamp."""

    people: tuple[Reviewer, ...] = ()

    def handles_for(self, language: str) -> frozenset[str]:
        """The handles whose stamps count in a language."""
        return frozenset(each.handle for each in self.people if language in each.languages)

    def names_for(self, language: str) -> tuple[str, ...]:
        """The names or roles that readers of a language see, each once."""
        named = (each.shown for each in self.people if language in each.languages)
        return tuple(dict.fromkeys(named))

    def find_handle(self, login: str, language: str) -> str:
        """The handle of an account on GitHub that may stamp in a language; "" where none may."""
        wanted = login.lower()
        own = (x for x in self.people if x.login.lower() == wanted and language in x.languages)
        found = next(own, None) if wanted else None
        return "" if found is None else found.handle


class ReadReviewers(msgspec.Struct, frozen=True):
    """The reviewers that could be read, and what is wrong with the rest."""

    reviewers: Reviewers
    findings: tuple[Finding, ...]


def load_reviewers(root: Path) -> ReadReviewers:
    """The reviewers of the site at `root`; none where there is no list."""
    try:
        data = load_inside(root, *PATH.split("/"))
    except FileNotFoundError:
        return ReadReviewers(Reviewers(), ())
    except StrayError as error:
        return ReadReviewers(Reviewers(), (describe_stray(error.stray),))
    return parse_reviewers(data)


def parse_reviewers(data: bytes) -> ReadReviewers:
    """The reviewers in the YAML list `data`; never raises."""
    import yaml

    findings: list[Finding] = []
    deep = _find_deep(data)
    if deep is not None:
        return ReadReviewers(Reviewers(), (deep,))
    try:
        tree = _compose(data)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        problem = error.problem or "it can't be read"
        return ReadReviewers(Reviewers(), (_finding(f"this is no YAML: {problem}", line, column),))
    except (yaml.YAMLError, UnicodeDecodeError):
        return ReadReviewers(Reviewers(), (_finding("this is no YAML in UTF-8", 1, 1),))
    people: list[Reviewer] = []
    if isinstance(tree, yaml.SequenceNode):
        for node in tree.value:
            reader = _Reader(findings)
            people += reader.read(node)
    elif tree is not None:
        findings.append(_at(tree, "this should be a list of people"))
    handles = _find_doubled([each.handle for each in people])
    findings += [_finding(f"the handle “{each}” stands twice", 1, 1) for each in handles]
    logins = _find_doubled([each.login.lower() for each in people if each.login])
    findings += [_finding(f"the account “{each}” stands twice", 1, 1) for each in logins]
    return ReadReviewers(Reviewers(tuple(people)), tuple(findings))


def _find_doubled(names: list[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)


def _compose(data: bytes) -> object:
    """The tree of nodes; raises YAMLError or UnicodeDecodeError."""
    import yaml

    fast = getattr(yaml, "CSafeLoader", None)
    if fast is not None:
        with suppress(yaml.YAMLError, UnicodeDecodeError):
            return yaml.compose(data, Loader=fast)
    # Of a mistake the slow loader tells more.
    return yaml.compose(data, Loader=yaml.SafeLoader)


def _find_deep(data: bytes) -> Finding | None:
    """Lists that stand so deep within one another that composing them takes long, or crashes."""
    import yaml

    level = 0
    try:
        for event in yaml.parse(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionStartEvent):
                level += 1
                if level > _MOST_LEVELS:
                    mark = event.start_mark
                    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
                    return _finding("lists stand too deep within one another", line, column)
            elif isinstance(event, yaml.CollectionEndEvent):
                level -= 1
    except (yaml.YAMLError, UnicodeDecodeError):
        return None  # Composing says the same mistake, with its place.
    return None


class _Reader:
    """One item of the list as a reviewer, or as findings."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings

    def read(self, node: object) -> Iterator[Reviewer]:
        import yaml

        if not isinstance(node, yaml.MappingNode):
            self._findings.append(_at(node, "this should have a handle, a name and languages"))
            return
        fields: dict[str, object] = {}
        for key, value in node.value:
            if key.value not in _FIELDS:
                self._findings.append(_at(key, f"there is no field “{key.value}” for a reviewer"))
            fields[str(key.value)] = value
        handle = self._text(fields.get("handle"))
        languages = self._texts(fields.get("languages"))
        if not _HANDLE.fullmatch(handle):
            self._findings.append(_at(node, "a handle is one word of letters, digits, . _ -"))
        elif not languages:
            self._findings.append(_at(node, f"“{handle}” has no languages"))
        else:
            shown = self._text(fields.get("name")) or self._text(fields.get("role"))
            sign = find_sign(shown)
            if sign is not None:
                message = f"the invisible sign {sign} stands in the name of “{handle}”"
                self._findings.append(_at(node, message))
                shown = handle
            login = self._text(fields.get("github"))
            if login and not _LOGIN.fullmatch(login):
                message = f"“{login}” can't be the name of an account on GitHub"
                self._findings.append(_at(node, message))
                login = ""
            yield Reviewer(handle, shown or handle, languages, login)

    def _text(self, node: object) -> str:
        import yaml

        return str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""

    def _texts(self, node: object) -> tuple[str, ...]:
        import yaml

        if isinstance(node, yaml.SequenceNode):
            texts = [self._text(each) for each in node.value]
            return tuple([text for text in texts if text])
        text = self._text(node)
        return (text,) if text else ()


def _at(node: object, message: str) -> Finding:
    import yaml

    mark = node.start_mark if isinstance(node, yaml.Node) else None
    return _finding(message, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)


def _finding(message: str, line: int, column: int) -> Finding:
    code = codes.REVIEWERS
    return Finding(Place(PATH, line, column), code.id, message, code.mend, code.severity)
