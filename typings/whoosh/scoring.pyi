from whoosh.searching import Searcher

class WeightingModel:
    def idf(self, searcher: Searcher, fieldname: str, text: str | bytes) -> float: ...

class BM25F(WeightingModel):
    def __init__(self, B: float = ..., K1: float = ..., **field_b: float) -> None: ...
