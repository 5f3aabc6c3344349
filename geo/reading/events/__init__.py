"""What took place, where, when and with whom, as one article tells it."""
