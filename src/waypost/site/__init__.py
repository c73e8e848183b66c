"""The resident's pages: structure once per page, texts once per language."""
