"""Translation engines: Argos Translate, Firefox models, Apertium, and pseudo for layouts."""
