"""Findings for people (terminal), programs (JSON) and pull requests (GitHub annotations)."""
