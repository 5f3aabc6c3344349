"""Dateline: a pile of news articles to a map that plays."""
