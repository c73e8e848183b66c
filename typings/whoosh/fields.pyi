from collections.abc import Iterator
from typing import Protocol

from whoosh.analysis import Token

class Analyzer(Protocol):
    def __call__(self, value: str, **modes: object) -> Iterator[Token]: ...

class FieldType: ...

class TEXT(FieldType):
    def __init__(self, analyzer: Analyzer, phrase: bool = ...) -> None: ...

STORED: FieldType

class Schema:
    def __init__(self, **fields: FieldType) -> None: ...
