"""Waypost: public-service guides that every resident can use."""

__version__ = "0.1.0"
