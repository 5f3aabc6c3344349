"""Reported lengths between places, and the two places of each."""
