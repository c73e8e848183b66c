"""The order of the stages, and what must be done again: nothing else knows either."""
