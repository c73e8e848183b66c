from collections.abc import Mapping
from typing import Any

from whoosh.scoring import WeightingModel

class SearchContext:
    def __init__(self, *, weighting: WeightingModel) -> None: ...

class Searcher:
    weighting: WeightingModel
    def stored_fields(self, docnum: int) -> Mapping[str, Any]: ...
