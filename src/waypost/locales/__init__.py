"""The languages of the world as CLDR and a sourced supplement describe them.

`registry` knows names, scripts and directions and is light. `formats`, `message`, `collation`,
`sentences` and `words` work with ICU; they import it at their top, so a light path imports them
only where it needs them.
"""
