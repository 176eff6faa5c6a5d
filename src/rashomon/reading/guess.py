"""What a document does not tell of itself: its language, its headline."""

MIN_LETTERS = 40  # below this a guess of the language is noise
HEADLINE_LENGTH = 200  # characters; the longest headlines of the cases have about 130


def detect_language(text: str) -> str | None:
    """The likeliest language (ISO 639-1), or `None` where there is too little to go by."""
    sample = text[:20_000]
    if sum(c.isalpha() for c in sample) < MIN_LETTERS:
        return None
    from py3langid import classify  # its model takes long to load, and many documents tell their language

    return str(classify(sample)[0])


def headline_of(text: str) -> str | None:
    """The first line, where it looks like a headline: short, and not a sentence of running text."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    line = line.lstrip("# ").strip()
    if not line or len(line) > HEADLINE_LENGTH or line.endswith((".", ",", ";")) or not any(c.isalpha() for c in line):
        return None
    return line
