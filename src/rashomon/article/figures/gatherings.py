"""Counts of those who come together: at a rally, on board, before a court."""

from ..parse import Token
from .counted import Counted
from .lexicon import lemma_of
from .readings import Clause, Reading, reading_of


def gathered(clause: Clause, counted: Counted) -> Reading | None:
    """ "50,000 people came to the rally", "rallies drew hundreds", "attended by 2,000 people"."""
    parse, words = clause.parse, clause.lexicon.words
    role = parse.tokens[counted.role]
    head = parse.tokens[role.head]
    if role.dep == "nsubj" and lemma_of(head) in words("gathering", "comes"):
        noun = next((t for t in _objects(clause, head) if lemma_of(t) in words("gathering", "nouns")), None)
        return reading_of("participants", head, noun) if noun is not None else None
    if role.dep == "dobj" and lemma_of(head) in words("gathering", "draws"):
        drawing = [t for t in _drawing(clause, head) if lemma_of(t) in words("gathering", "drawing")]
        return reading_of("participants", head) if drawing else None
    verb = parse.tokens[head.head]
    by = role.dep == "pobj" and head.lower in words("gathering", "by")
    return reading_of("participants", verb) if by and lemma_of(verb) in words("gathering", "attended") else None


def _objects(clause: Clause, verb: Token) -> list[Token]:
    prepositions = clause.parse.children(verb.index, "prep")
    return [t for above in (verb, *prepositions) for t in clause.parse.children(above.index, "dobj", "pobj")]


def _drawing(clause: Clause, verb: Token) -> list[Token]:
    """What draws a crowd: the subject of a verb, or what a participle hangs by ("a rally drawing hundreds")."""
    subjects = list(clause.parse.children(verb.index, "nsubj"))
    return subjects or ([clause.parse.tokens[verb.head]] if verb.dep in ("acl", "relcl") else [])


def aboard(clause: Clause, counted: Counted) -> Reading | None:
    """ "a ferry carrying 180 passengers", "there were 200 people on board"."""
    parse, words = clause.parse, clause.lexicon.words
    role = parse.tokens[counted.role]
    head = parse.tokens[role.head]
    before = parse.tokens[max(counted.first - 1, 0)]  # where the tree takes the passengers for another verb's subject
    carries = head if role.dep == "dobj" else before
    if lemma_of(carries) in words("boarded", "carries"):
        craft = [t for t in _drawing(clause, carries) if lemma_of(t) in words("boarded", "craft") or t.tag == "NNP"]
        return reading_of("aboard", carries) if craft else None
    if head.lower in words("boarded", "with") and lemma_of(parse.tokens[head.head]) in words("boarded", "leaves"):
        craft = [t for t in _drawing(clause, parse.tokens[head.head]) if lemma_of(t) in words("boarded", "craft")]
        return reading_of("aboard", parse.tokens[head.head]) if craft and role.dep == "pobj" else None
    if counted.part:
        return None  # "one of whom was on board"
    for above in (role, head) if role.dep in ("dobj", "attr", "nsubj") else (role,):
        for on in parse.children(above.index, "prep"):
            board = parse.children(on.index, "pobj") if on.lower in words("boarded", "on") else ()
            if board and board[0].index == on.index + 1 and lemma_of(board[0]) in words("boarded", "board"):
                return reading_of("aboard", on, board[0])
    return None


def accused(clause: Clause, counted: Counted) -> Reading | None:
    """ "charges against 12 people", "cases were initiated against four"."""
    parse, words = clause.parse, clause.lexicon.words
    role = parse.tokens[counted.role]
    against = parse.tokens[role.head]
    if role.dep != "pobj" or against.lower not in words("accused", "against"):
        return None
    above = parse.tokens[against.head]
    nouns = (above, *parse.children(above.index, "nsubjpass", "dobj"))
    noun = next((t for t in nouns if t.pos == "NOUN" and lemma_of(t) in words("accused", "nouns")), None)
    return reading_of("charged", noun) if noun is not None else None
