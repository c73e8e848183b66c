"""The fields that editors write, as pydantic models that give values of the model."""

import os

# What content means is for Waypost alone to say, and to look through every installed package for
# plugins takes longer than to read a site's settings. pydantic asks for this as it is loaded.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
