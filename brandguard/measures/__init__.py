"""Creative → features: what is measured on pixels and on text. Knows no profile."""
