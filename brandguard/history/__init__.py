"""Scores over time: what each run found, as a whole, by campaign, rule and supplier folder."""
