"""The review desk: a static site on which people read translations beside their source."""
