"""The media types of all that a site may hold, so that no server has to guess."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MEDIA_TYPES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "text/html; charset=utf-8": ("html",),
        "text/css; charset=utf-8": ("css",),
        "text/csv; charset=utf-8": ("csv",),
        "text/javascript; charset=utf-8": ("js",),
        "text/plain; charset=utf-8": ("txt",),
        "text/vtt; charset=utf-8": ("vtt",),
        "application/json": ("json",),
        "application/manifest+json": ("webmanifest",),
        "application/xml": ("xml",),
        "image/avif": ("avif",),
        "image/gif": ("gif",),
        "image/jpeg": ("jpg", "jpeg"),
        "image/png": ("png",),
        "image/svg+xml": ("svg",),
        "image/webp": ("webp",),
        "image/x-icon": ("ico",),
        "audio/mp4": ("m4a",),
        "audio/mpeg": ("mp3",),
        "audio/ogg": ("ogg",),
        "video/mp4": ("mp4",),
        "video/webm": ("webm",),
        "application/pdf": ("pdf",),
        "application/zip": ("zip",),
        "application/vnd.oasis.opendocument.spreadsheet": ("ods",),
        "application/vnd.oasis.opendocument.text": ("odt",),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    }
)
