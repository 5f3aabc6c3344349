"""Time expressions to TIMEX3 values and intervals."""
