"""The site's settings: mkdocs.yml, and under plugins.waypost what is Waypost's own."""
