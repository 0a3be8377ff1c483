"""The views: one module each, with its layout and its callbacks."""
