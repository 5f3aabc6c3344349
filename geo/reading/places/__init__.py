"""Place names: where they stand, what each stands for, and which place it is."""
