"""Everything that knows a language: pipelines, identification, lexicons, who speaks to whom."""
