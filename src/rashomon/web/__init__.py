"""Pages for people: the self-contained report."""
