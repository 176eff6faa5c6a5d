"""Which verb introduces a quotation: one after it, one before it, or none."""

from bisect import bisect_left

from ..parse import Parse, Token
from .clauses import is_to
from .clipping import is_reporting
from .lexicon import Lexicon
from .quotations import NEAR, Quotation

# A cue after a quotation follows at once or after its subject: a name with office and apposition.
# Set on PolNeAR's training part: beyond 20 words cues belong to the next thing said.
LONGEST_SUBJECT = 20
LONGEST_AFTERTHOUGHT = 8  # words between a cue and the quotation it introduces: "said in a statement on Monday: “"
NEXT_SENTENCE = 3  # a cue this near may still look back over a full stop inside the marks: "“We go.” Ann Lee said."
SPEECH_END = ",.!?…—–-"
SENTENCE_END = ".!?…"
_QUOTES = "\"“”„«»‘’'‹›"


def cue_of(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    """The verb of saying that belongs to a quotation; a quotation that ended its sentence looks back first."""
    if last_sign(parse.text, quotation) in SENTENCE_END:
        return _cue_before(parse, quotation, lexicon) or _cue_after(parse, quotation, lexicon)
    after = _cue_after(parse, quotation, lexicon)
    at_once = after is not None and _follows_at_once(parse, after, quotation)
    if after is not None and (at_once or not is_reporting(parse, after, lexicon)):
        return after
    before = _cue_before(parse, quotation, lexicon)  # "who called it “a shame,” said that …"
    if before is not None or after is None or after.tag == "VBG":
        return before
    # "Asked by Ann Lee, who said it “holds,” the mayor said it does not": the mayor's cue has a clause of its own.
    own = any(t.index > after.index for t in parse.children(after.index, "ccomp"))
    return None if own and not _opens_sentence(parse, quotation) else after


def _follows_at_once(parse: Parse, cue: Token, quotation: Quotation) -> bool:
    """ "“Go,” said Ann Lee", whatever clause the parser makes of her; "said that" has one."""
    behind = parse.tokens[cue.index + 1 : cue.index + 2]
    told = cue.tag == "VBG" or any(t.dep == "mark" for t in behind)
    return cue.index == first_at(parse, quotation.outer_end) and not told


def _opens_sentence(parse: Parse, quotation: Quotation) -> bool:
    """Nothing stands before the marks in their paragraph but whole sentences."""
    start = max(parse.paragraphs[quotation.paragraph].start, quotation.outer_start - NEAR)
    before = parse.text[start : quotation.outer_start].rstrip()
    return not before or before[-1] in (*SENTENCE_END, ":", ",") or before[-1] in _QUOTES


def last_sign(text: str, quotation: Quotation) -> str:
    """The last sign of a quotation, before the marks of another one inside it."""
    return text[quotation.start : quotation.end].rstrip(_QUOTES + " \u00a0")[-1:] or text[quotation.end - 1]


def first_at(parse: Parse, offset: int) -> int:
    """Index of the first token that starts at an offset or after it."""
    return bisect_left(parse.tokens, offset, key=lambda token: token.start)


def is_cue(token: Token, lexicon: Lexicon) -> bool:
    """A verb form that may introduce a quotation."""
    return token.tag.startswith("VB") and token.dep not in ("amod", "compound") and token.lemma in lexicon.clause


def _is_cue_unseen(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """A verb that the parser takes for a noun: "“No,” Lee answers."."""
    if token.index + 1 >= len(parse.tokens) or parse.tokens[token.index - 1].pos not in ("PROPN", "NOUN"):
        return False
    plural = token.tag in ("NN", "NNS") and token.lemma in lexicon.clause
    return plural and parse.tokens[token.index + 1].text in (".", ",")


def _cue_after(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    if not _ends_as_speech(parse.text, quotation):
        return None
    at = first_at(parse, quotation.outer_end)
    if at < len(parse.tokens) and parse.tokens[at].pos == "CCONJ" and parse.tokens[at].text.islower():
        return None  # "called it “a shame,” and summoned them"
    stopped = last_sign(parse.text, quotation) == "."
    for token in parse.tokens[at : at + (NEXT_SENTENCE if stopped else LONGEST_SUBJECT)]:
        if token.paragraph != quotation.paragraph or (_is_mark(token) and token.index > at):
            return None
        if (is_cue(token, lexicon) or _is_cue_unseen(parse, token, lexicon)) and not _describes(parse, token, at):
            another = stopped and (_introduces_another(parse, token) or _says_more(parse, token, lexicon))
            return None if another else token
        stop = token.text in (".", ";", "!", "?") and token.pos == "PUNCT"  # no stop of "Maj."
        if stop or _is_other_verb(token):
            return None
    return None


def _says_more(parse: Parse, cue: Token, lexicon: Lexicon) -> bool:
    """ "“It holds.” She also denied the charge": the cue has what is said, or denied, behind itself."""
    objects = [t for t in parse.children(cue.index, "dobj") if t.index > cue.index]
    return is_reporting(parse, cue, lexicon) or bool(objects and cue.lemma not in lexicon.telling)


def _is_mark(token: Token) -> bool:
    """A quotation mark; no apostrophe, as of "the film’s narrator" and "the ministers’ spokesman"."""
    return token.text != "’" and token.tag != "POS" and all(sign in _QUOTES for sign in token.text)


def _ends_as_speech(text: str, quotation: Quotation) -> bool:
    after = text[quotation.outer_end : quotation.outer_end + 2].lstrip()
    return last_sign(text, quotation) in SPEECH_END or after[:1] in (",", "–", "—", "-")


def _describes(parse: Parse, cue: Token, at: int) -> bool:
    """The verb only tells more of the subject: "a man known for …", "who said it was raining"."""
    if cue.tag in ("VBG", "VBN") and cue.dep in ("acl", "amod") and cue.index > at + 1:
        return True
    if cue.tag == "VB" and is_to(parse, cue):
        return True  # "the reader, who was called back to announce it, said": the cue comes later
    if cue.dep == "advcl" and any(at <= t.index < cue.index for t in parse.children(cue.index, "mark")):
        return True  # "the “old guard,” a topic that matters as Ann Lee urges …"
    return cue.dep == "relcl" and any(t.tag in ("WP", "WDT") for t in parse.children(cue.index, "nsubj"))


def _is_other_verb(token: Token) -> bool:
    return token.dep in ("ROOT", "conj") and token.tag in ("VBD", "VBZ", "VBP")


def _introduces_another(parse: Parse, cue: Token) -> bool:
    """A colon or opening marks follow: the cue belongs to the next quotation."""
    following = parse.tokens[cue.index + 1 : parse.sentence_of(cue).last + 2]
    return any(t.text == ":" or t.text[0] in '"“„«' for t in following if t.paragraph == cue.paragraph)


def _cue_before(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    """A cue before the opening marks with nothing said between: "said", "said:", "said in a letter that"."""
    last = first_at(parse, quotation.outer_start) - 1
    if last < 0 or parse.tokens[last].pos == "CCONJ":
        return None
    marked = parse.tokens[last].text in (":", ",")
    for index in range(last, max(last - LONGEST_AFTERTHOUGHT - 2, -1), -1):
        token = parse.tokens[index]
        if token.paragraph != quotation.paragraph or token.text in SENTENCE_END or _is_mark(token):
            return None
        if is_cue(token, lexicon):
            return token if marked or _leads_to(parse, token, last, lexicon) else None
        governed = parse.tokens[last].text == ":" and token.tag == "VBG" and token.dep in ("xcomp", "ccomp")
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass") and not governed:
            return None  # "described seeing bodies in the street: “They lay there”" goes on to "described"
    return None


def _leads_to(parse: Parse, cue: Token, last: int, lexicon: Lexicon) -> bool:
    """Only "that", adverbs, a noun for words, or what is given a name stand between the cue and the quotation."""
    between = parse.tokens[cue.index + 1 : last + 1]
    if between and (between[-1].lemma in lexicon.wordings or _gives_name(parse, cue, lexicon)):
        return True
    return all(t.lower in ("that", "as") or t.pos in ("ADV", "PUNCT", "PART") for t in between)


def is_part_of_clause(parse: Parse, quotation: Quotation, cue: Token, lexicon: Lexicon) -> bool:
    """The marks hold only some words of what the cue governs: "said “dozens” of cars burned", "sued “Jaws” fans"."""
    if cue.start > quotation.start or last_sign(parse.text, quotation) in SPEECH_END:
        return False
    at = first_at(parse, quotation.outer_end)
    following = parse.tokens[at : at + 1]
    names = _gives_name(parse, cue, lexicon)
    if following and not names and following[0].pos in ("NOUN", "PROPN") and following[0].sentence == cue.sentence:
        return True
    governed = [t for t in parse.children(cue.index, "ccomp", "xcomp") if t.index > cue.index]
    return any(parse.tokens[parse.subtree(t.index).last].start > quotation.outer_end for t in governed)


def _gives_name(parse: Parse, cue: Token, lexicon: Lexicon) -> bool:
    """ "called it “a shame”"; not "called for an “independent” inquiry"."""
    asked = any(f"{cue.lemma} {t.lower}" in lexicon.preposition for t in parse.children(cue.index, "prep"))
    return cue.lemma in lexicon.naming_object and not asked
