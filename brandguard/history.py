"""Scores over time: what each run found, by campaign, rule and supplier folder."""
