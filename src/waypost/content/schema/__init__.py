"""The fields that editors write, as pydantic models that give values of the model."""
