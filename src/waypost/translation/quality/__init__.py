"""What may be wrong with a translated text: one module a check, each with its code."""
