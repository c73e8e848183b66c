"""Pages taken apart into a template and segments, and put together again.

`extract` and `restore` are inverse: what a page says is in its segments, what it is made of is in
its template, and nothing is lost between them.
"""
