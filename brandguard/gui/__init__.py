"""The window: a thin shell over the engine. No rule, no threshold and no file format lives here."""
