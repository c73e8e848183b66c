from whoosh.fields import Schema
from whoosh.index import Index

class RamStorage:
    def create_index(self, schema: Schema) -> Index: ...
