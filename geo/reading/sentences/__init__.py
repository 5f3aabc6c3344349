"""What the parse of a sentence says: who, where, when and how surely."""
