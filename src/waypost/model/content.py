"""All that a site's content folder says, as values."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from waypost.model.fact import Fact
from waypost.model.guide import Guide
from waypost.model.journey import Journey
from waypost.model.phrase import Phrase
from waypost.model.place import Agency, Alert, Office, PlainPage, Topic


class Shared(msgspec.Struct, frozen=True):
    """What many pages use: small, and read whole on every build that writes something."""

    facts: Mapping[str, Fact]
    phrases: Mapping[str, Phrase]
    topics: Mapping[str, Topic]
    agencies: Mapping[str, Agency]
    offices: Mapping[str, Office]
    alerts: Mapping[str, Alert]


Prose = Guide | Journey | PlainPage
"""The content that has a Markdown body."""
