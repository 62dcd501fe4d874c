"""Features and profile → findings. One module a family; the register is the tuple below."""
