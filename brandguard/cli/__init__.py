"""The command line: a thin shell over the engine. Holds no rule, no threshold, no file format."""
