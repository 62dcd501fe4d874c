"""Profiles and palettes in other people's file formats, in and out."""
