"""Measurements: what Bevaka promises, in figures. Not part of the installed package."""
