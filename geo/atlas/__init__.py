"""Where places are and how one travels; knows no articles."""
