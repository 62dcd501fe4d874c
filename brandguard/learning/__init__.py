"""Approved creatives → a profile that its owner can read and edit."""
