"""A frozen value with some of its fields changed, each checked by mypy like those of a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # mypy knows every Struct's fields here; msgspec's own signature takes anything.
    from dataclasses import replace  # noqa: TID251 - only its checks
else:
    from msgspec.structs import replace

__all__ = ["replace"]
