"""Frozen values that every stage speaks in; no disk, no process, no third-party import."""
