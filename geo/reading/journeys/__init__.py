"""Who moved from where to where, how and when, as one article tells it."""
