"""Translations: PO files and what their stamps prove, and the machines that draft them."""
