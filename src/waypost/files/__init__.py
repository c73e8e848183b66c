"""Files and digests: how Waypost writes to a disk, and tells what has changed."""
