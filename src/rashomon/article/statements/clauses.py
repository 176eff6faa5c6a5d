"""Reading a parse for attributions: who is the subject of a verb, where its complement begins and ends."""

import re
from collections.abc import Iterator, Sequence

from ...records import Span
from ..parse import Parse, Range, Token
from .clipping import last_word
from .draft import Voice
from .lexicon import Lexicon

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = {"WDT", "WP", "WP$", "WRB"}
_TRIM_START = " \t\n\r\u00a0,;:–—―-…•*|)]"
_TRIM_END = " \t\n\r\u00a0,;:–—―-("
_STOPS = ".!?"
_OPENING = ('"', "“", "”")
_CLOSED_BY = {'"': ('"',), "”": ("“", "„"), "“": ("„",), "»": ("«",)}
_DAYS = ("DATE", "TIME")
_LONGEST_DATELINE = 60
# "PARIS — ", "(Reuters) - ", "LONDON, May 3 (AFP) – ": where and by whom, before a report's first sentence.
_DATELINE = re.compile(r"(?:\([A-Z][\w ./-]{1,20}\)\s*(?:--|[-–—])?\s*|[A-Z]{2}[^–—\n]{0,55}?\s(?:--|[-–—])\s+){1,2}")
FURTHEST_WORDS = 200  # looked at from a cue in its sentence; a guard for texts without full stops
MOST_CHILDREN = 200  # of a verb; another guard for those
MOST_CLIMBS = 6  # a cue's subject stands a few heads up at most; a guard for parses gone astray


def words_beside(parse: Parse, cue: Token) -> Sequence[Token]:
    """The words of a cue's sentence."""
    sentence = parse.sentence_of(cue)
    first, last = cue.index - FURTHEST_WORDS, cue.index + FURTHEST_WORDS
    return parse.between(Range(max(sentence.first, first), min(sentence.last, last)))


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The token that says who does what the verb tells, looked for in the governing clauses too."""
    at = verb
    for _ in range(MOST_CLIMBS):
        if len(parse.children(at.index)) > MOST_CHILDREN:
            return None
        own = _own_subject(parse, at)
        if own is not None or is_passive(parse, at):
            return own
        head = parse.tokens[at.head]
        if head.index != at.index and (named := _behind_participle(parse, head, verb)) is not None:
            return named
        if head.index == at.index or at.dep in ("relcl", "acl"):
            return None if head.index == at.index else _antecedent(parse, head)
        at = head
    return None


def _behind_participle(parse: Parse, head: Token, verb: Token) -> Token | None:
    """ "Ousted President Ann Lee vowed", of which the parser makes an ousting of her."""
    if head.tag != "VBN" or parse.children(head.index, "nsubj", "nsubjpass", "aux", "auxpass", "agent"):
        return None
    objects = [t for t in parse.children(head.index, "dobj") if t.index < verb.index and t.entity == "PERSON"]
    adjacent = objects and parse.subtree(objects[0].index).first == head.index + 1
    return objects[0] if adjacent else None


def is_to(parse: Parse, verb: Token) -> bool:
    """The verb is an infinitive with "to"."""
    return any(t.lower == "to" for t in parse.children(verb.index, "aux"))


def is_word(token: Token) -> bool:
    """A mark that the parser takes for a noun names nobody."""
    return any(sign.isalnum() for sign in token.text)


def _own_subject(parse: Parse, verb: Token) -> Token | None:
    marks = parse.children(verb.index, *_SUBJECTS)
    subjects = tuple(t for t in marks if is_word(t)) or _behind_bullet(parse, marks)
    does = any(s.dep == "nsubj" for s in subjects) or _follows_name(parse, verb)  # "she said by telephone"
    agent = None if does else _agent(parse, verb)
    if agent is not None or is_passive(parse, verb):
        return agent
    named = [child for child in subjects if child.tag not in _RELATIVE]
    if not named and subjects and verb.dep in ("relcl", "acl"):
        before = parse.tokens[subjects[0].index - 1] if subjects[0].index else verb
        near = before.pos == "PROPN" and subjects[0].tag == "WP"  # "… by Ann Lee who said", tied to another noun
        return before if near else _antecedent(parse, parse.tokens[verb.head])
    spoken = [child for child in named if not _is_marked(parse, verb, child)] or named
    who = [child for child in spoken if child.dep != "csubj"]  # "Ann Lee, speaking in Odrin, said"
    found = (who or spoken or subjects)[-1] if subjects else _behind_listener(parse, verb)
    return _whole_name(parse, found, who) if found is not None else None


def _behind_listener(parse: Parse, verb: Token) -> Token | None:
    """ "“We go,” told the Herald the head of the board", of which the parser makes a Herald that is the head."""
    for listener in parse.children(verb.index, "dobj") if verb.tag in ("VBD", "VBZ") else ():
        for noun in parse.children(listener.index, "appos"):
            first = parse.subtree(noun.index).first
            right_behind = first == listener.index + 1 and parse.tokens[first].pos == "DET"
            if listener.index == verb.index + 1 and right_behind:
                return noun
    return None


def _behind_bullet(parse: Parse, marks: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun that the parser hangs on the "•" before it."""
    return tuple(t for mark in marks for t in parse.children(mark.index) if t.pos in ("NOUN", "PROPN"))[:1]


def _follows_name(parse: Parse, verb: Token) -> bool:
    """ "The board’s head, Ann Lee, replied by letter", of which the parser makes a head who was replied to."""
    if verb.dep != "acl" or parse.tokens[verb.index - 1].text != ",":
        return False
    names = parse.children(verb.head, "appos")
    return any(t.entity == "PERSON" and parse.subtree(t.index).last >= verb.index - 2 for t in names)


def _whole_name(parse: Parse, noun: Token, subjects: list[Token]) -> Token:
    """Of "Ban Ki-moon", of which the parser makes two subjects, the first."""
    hyphened = noun.index > 1 and parse.tokens[noun.index - 1].text == "-"
    before = parse.tokens[noun.index - 2] if hyphened else noun
    return before if any(t.index == before.index for t in subjects) else noun


def _is_marked(parse: Parse, verb: Token, noun: Token) -> bool:
    """ "A commentary after the launch said": the launch, which the parser takes for a subject behind "after"."""
    before = parse.subtree(noun.index).first - 1
    return before >= 0 and parse.tokens[before].dep == "mark" and parse.tokens[before].head == verb.index


def _antecedent(parse: Parse, noun: Token) -> Token:
    """Whom a relative clause tells of; no day does: "spoke with Ann Lee on Friday, who said …"."""
    if noun.entity not in _DAYS:
        return noun
    before = parse.tokens[parse.sentence_of(noun).first : noun.index]
    names = (t for t in reversed(before) if t.pos in ("NOUN", "PROPN") and t.entity not in _DAYS)
    return next(names, noun)


def is_passive(parse: Parse, verb: Token) -> bool:
    """The subject of a passive is not the one who speaks."""
    return bool(parse.children(verb.index, "nsubjpass", "auxpass"))


def _agent(parse: Parse, verb: Token) -> Token | None:
    for by in parse.children(verb.index, "agent"):
        for noun in parse.children(by.index, "pobj"):
            return noun
    return None


def voice_of(parse: Parse, noun: Token, avoid: Token | None = None) -> Voice:
    """The noun phrase around a noun, without what follows a comma and does not name."""
    span = parse.subtree(noun.index)
    first, last = span.first, span.last
    if avoid is not None and first <= avoid.index <= last:  # a phrase broken by its own verb
        first, last = (avoid.index + 1, last) if noun.index > avoid.index else (first, avoid.index - 1)
    for token in parse.between(Range(noun.index, last))[1:]:
        if _ends_name(parse, noun, token):
            # What a quotation breaks off tells no name: "the king boasted of his “victory” and vowed …".
            torn = [t.index for t in parse.tokens[noun.index + 1 : token.index] if t.dep in ("acl", "relcl")]
            last = min(torn if token.text in _OPENING else (), default=token.index) - 1
            break
    before = parse.between(Range(first, noun.index))
    first = max((t.index + 1 for t in before if _parts(t) and parse.text[t.end : t.end + 1].isspace()), default=first)
    first, last = _trimmed(parse, first, max(last, noun.index))
    if parse.tokens[last].pos == "PROPN":
        last = _behind_hyphen(parse, last)
    last = _behind_mark(parse, first, last)
    return Voice(Span(parse.tokens[first].start, parse.tokens[last].end), noun.index)


def _ends_name(parse: Parse, noun: Token, token: Token) -> bool:
    """Does what names somebody end before this token: a relative clause after a comma, a bracket, a quotation?"""
    if token.text in ("(", "–", "—", '"', "“", "”", ":"):
        return not _is_named_behind_letters(parse, noun, token)
    before = parse.tokens[token.index - 1]
    if before.text == "," and token.tag in _RELATIVE:
        return True
    return (
        before.text == ","
        and token.dep not in ("appos", "conj", "compound")
        and _top(parse, token, noun).dep
        not in (
            "appos",
            "conj",
            "nsubj",
        )
    )


def _is_named_behind_letters(parse: Parse, noun: Token, token: Token) -> bool:
    """ "The head of the Odrin Water Board (OWB), Ann Lee, said": the bracket stands inside of what names her."""
    closed = token.text == "(" and [t.text for t in parse.tokens[token.index + 2 : token.index + 4]] == [")", ","]
    letters = closed and parse.tokens[token.index + 1].text.isupper()
    return letters and any(t.index > token.index and t.entity == "PERSON" for t in parse.children(noun.index, "appos"))


def _behind_hyphen(parse: Parse, last: int) -> int:
    """The last token of a name that the parser breaks off at its hyphen."""
    glued = parse.tokens[last : last + 3]
    name = (
        len(glued) == 3 and glued[1].text == "-" and glued[0].end == glued[1].start and glued[1].end == glued[2].start
    )
    return last + 2 if name else last


def _behind_mark(parse: Parse, first: int, last: int) -> int:
    """The last token of a name with the mark that closes it: the paper "Northline"."""
    closing = next((t.text for t in parse.tokens[last + 1 : last + 2]), "")
    marks = [t.text for t in parse.tokens[first : last + 1] if t.text in (*_CLOSED_BY.get(closing, ()), closing)]
    return last + 1 if closing in _CLOSED_BY and len(marks) % 2 == 1 else last


def _parts(token: Token) -> bool:
    """A dash between a headline's topic and who speaks in it: "Dam collapse - minister promises"."""
    return token.text in ("–", "—", "-", "|") and token.dep == "punct"


def _top(parse: Parse, token: Token, noun: Token) -> Token:
    """The dependent of the noun under which a token stands."""
    at = token
    while at.head not in (noun.index, at.index):
        at = parse.tokens[at.head]
    return at


def _trimmed(parse: Parse, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        parse.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE") or parse.tokens[first].entity in _DAYS
    ):
        first += 1
    while last > first and _closes_no_name(parse.tokens[last]):
        last -= 1
    return first, last


def _closes_no_name(token: Token) -> bool:
    return token.pos in ("PUNCT", "SPACE", "ADP", "SCONJ", "CCONJ", "DET") or token.tag in _RELATIVE


def clause_span(parse: Parse, head: Token, cue: Token, lexicon: Lexicon) -> Span | None:
    """The words of the clause under `head`, with its "that", without the marks around; `cue` stays outside."""
    span = parse.subtree(head.index)
    first, last = span.first, last_word(parse, head, cue, span.last, lexicon)
    if cue.index + 1 < first <= head.index and parse.tokens[first - 1].pos == "CCONJ":
        first = cue.index + 1  # "believe the raids that left one dead and two hurt were planned", its subject torn
    if first <= cue.index <= last and not _surrounds(parse, head, cue):
        first, last = (first, cue.index - 1) if head.index < cue.index else (cue.index + 1, last)
    that = next((t.index for t in parse.children(head.index) if t.lower == "that" and t.pos == "SCONJ"), first)
    if cue.index < first < that < head.index:
        first = that  # "said, as cited by the Herald, that …"
    while first < last and is_introducer(parse.tokens[first]):
        first += 1
    first = _behind_day(parse, cue, head, _from_lost_subject(parse, cue, head, first))
    first = first if cue.lemma in lexicon.telling else _from_object(parse, cue, head, first)
    last = _with_hour(parse, cue, last) if head.index > cue.index else last
    last = _with_complement(parse, last) if head.index > cue.index else last
    words = Range(max(first, head.index), last)
    return tokens_span(parse, first, min(_before_comment(parse, words, lexicon), _before_source(parse, words, lexicon)))


def _before_source(parse: Parse, words: Range, lexicon: Lexicon) -> int:
    """The last token before ", as per the agency" at the end of what is said."""
    for token in parse.between(Range(max(words.first, words.last - FURTHEST_WORDS), words.last))[1:]:
        opens = parse.tokens[token.index - 1]
        if token.lower in lexicon.per and opens.lower == "as" and parse.subtree(opens.index).last >= words.last:
            return opens.index - 1
    return words.last


def _behind_day(parse: Parse, cue: Token, head: Token, first: int) -> int:
    """The first word of "said this morning it opposed it", where the parser ties the day to the opposing."""
    opens = parse.tokens[first : first + 2]
    if first != cue.index + 1 or not any(t.entity in _DAYS for t in opens):
        return first
    days = parse.children(head.index, "npadvmod", "prep")
    day = next((t for t in days if parse.subtree(t.index).first == first and _is_day(parse, t)), None)
    subjects = [parse.subtree(t.index).first for t in parse.children(head.index, "nsubj", "nsubjpass", "expl")]
    behind = parse.subtree(day.index).last + 1 if day is not None else first
    return behind if behind in subjects else first


def _from_lost_subject(parse: Parse, cue: Token, head: Token, first: int) -> int:
    """The name in "said on Monday Ann Lee was there", of which the parser makes a day."""
    name = parse.tokens[first - 1] if first > cue.index + 2 else cue
    day = parse.tokens[name.index - 1]
    subjects = parse.children(head.index, "nsubj", "nsubjpass", "expl", "mark")
    lost = name.pos == "PROPN" and name.entity not in _DAYS and day.entity in _DAYS and day.head == name.index
    return name.index if lost and not subjects else first


def _from_object(parse: Parse, cue: Token, head: Token, first: int) -> int:
    """The first word of "adding the road “remains open”", of which the parser makes a road that is added."""
    subjects = parse.children(head.index, "nsubj", "nsubjpass", "expl", "mark", "aux")
    finite = head.tag in ("VBZ", "VBD") and not subjects
    for noun in parse.children(cue.index, "dobj") if finite else ():
        span = parse.subtree(noun.index)
        marked = parse.tokens[min(span.last + 1, head.index)].text in _OPENING
        if span.first == cue.index + 1 and marked and span.last + 2 >= first > span.last:
            return span.first
    return first


def _is_day(parse: Parse, token: Token) -> bool:
    """ "Monday", "on Monday"."""
    words = parse.between(parse.subtree(token.index))
    return all(t.entity in _DAYS for t in (words[1:] if token.dep == "prep" else words))


def _with_complement(parse: Parse, last: int) -> int:
    """The last token of "they were held after a boy was shot", of which the parser leaves the boy outside."""
    following = parse.tokens[last + 1 : last + 2]
    if parse.tokens[last].dep not in ("mark", "prep") or not following or following[0].pos == "PUNCT":
        return last
    top = following[0]
    while top.head != top.index and parse.subtree(top.head).first >= last:
        top = parse.tokens[top.head]
    return parse.subtree(top.index).last if top.sentence == parse.tokens[last].sentence else last


def _with_hour(parse: Parse, cue: Token, last: int) -> int:
    """The last token of "said he came at noon", the hour of which the parser ties to the saying; no comma parts it."""
    for token in parse.children(cue.index, "npadvmod", "prep"):
        span = parse.subtree(token.index)
        timed = token.dep == "npadvmod" or token.lower in ("at", "around", "about", "on")
        hours = [t for t in parse.between(span) if t.entity in _DAYS]
        if span.first == last + 1 and timed and hours and len(hours) >= span.last - span.first:
            return span.last
    return last


def _before_comment(parse: Parse, words: Range, lexicon: Lexicon) -> int:
    """The last token before the report's own ", a move expected to anger its rivals"."""
    for token in parse.between(Range(words.first, min(words.first + FURTHEST_WORDS, words.last)))[2:]:
        if token.lemma in lexicon.comments and parse.children(token.index, "acl", "relcl"):
            first = parse.subtree(token.index).first
            own = [t for t in parse.tokens[first : token.index] if t.dep not in ("det", "amod")]
            called = parse.tokens[first].lower in ("a", "an") or token.pos == "PRON"
            if first > words.first and called and not own:
                return first - 2 if parse.tokens[first - 1].text in (",", "-", "–", "—") else words.last
    return words.last


def tokens_span(parse: Parse, first: int, last: int) -> Span | None:
    """The words from one token to another, without the marks, the dateline and the "and" around them."""
    while first <= last and parse.tokens[last].pos in ("CCONJ", "PUNCT") and _joins(parse, last):
        last -= 1
    if first > last:
        return None
    start = parse.tokens[first].start
    block = parse.paragraphs[parse.tokens[first].paragraph]
    if start - block.start <= _LONGEST_DATELINE:
        dateline = _DATELINE.match(parse.text[block.start : block.end])
        start = max(start, block.start + dateline.end()) if dateline else start
    return trimmed_span(parse.text, Span(start, max(start, parse.tokens[last].end)))


def _joins(parse: Parse, last: int) -> bool:
    """An "and", or a comma before one, that joins what does not belong to the words any more."""
    token = parse.tokens[last]
    return token.pos == "CCONJ" or (token.text == "," and last + 1 < len(parse.tokens))


def _surrounds(parse: Parse, head: Token, cue: Token) -> bool:
    """The clause has words of its own on both sides of the cue."""
    own = [t.index for t in parse.children(head.index) if t.index != cue.index and t.dep != "punct"]
    sides = {index < cue.index for index in (*own, head.index)}
    return len(sides) == 2


def is_introducer(token: Token) -> bool:
    """Marks before the first word; "that" and "whether" are the clause's own."""
    return token.pos == "PUNCT" and token.text in ",:;–—-…"


def trimmed_span(text: str, span: Span) -> Span | None:
    """The span without marks that belong to the sentence around it."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM_START:
        start += 1
    end = _trim_end(text, start, end)
    return Span(start, end) if end > start else None


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start:
        if text[end - 1] in _TRIM_END or (text[end - 1] in _STOPS and not _is_abbreviation(text, start, end)):
            end -= 1
        else:
            break
    return end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """The stop of "U.S." or "p.m." is the word's own."""
    return text[end - 1] == "." and end - start >= 4 and text[end - 3] == "." and text[end - 2].isalpha()


def verbs(parse: Parse) -> Iterator[Token]:
    """Tokens that may be cues by their part of speech."""
    return (token for token in parse.tokens if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"))
