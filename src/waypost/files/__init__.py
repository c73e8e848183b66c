"""Files, digests and stable JSON: the only ways Waypost writes to a disk."""
