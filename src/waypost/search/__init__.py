"""Search: words of pages become an index of small files that a browser reads without a server."""
