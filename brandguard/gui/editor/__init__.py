"""The profile editor: a page of sections, each a widget in a file of its own."""
