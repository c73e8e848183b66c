"""Translation engines: Argos Translate, and pseudo for tests and layouts."""
