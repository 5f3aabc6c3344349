"""A story and a moment to what is seen: layers, timeline, theme, player."""
