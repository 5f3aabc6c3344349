"""Many articles to one story: merge, origins, disagreements, corrections, load and save."""
