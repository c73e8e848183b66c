"""Translations in the files of other tools: XLIFF, XLSX, CSV, POT, and corrections by readers."""
