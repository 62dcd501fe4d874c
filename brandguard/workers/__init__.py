"""Where measuring happens: processes that can be killed without harm."""
