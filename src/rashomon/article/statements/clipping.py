"""Where words of others end although the parser goes on: the report's own next deed, tied to their last clause."""

from collections.abc import Iterator

from ..parse import Parse, Token
from .lexicon import Lexicon

_FINITE = ("VBD", "VBZ", "VBP")
_PRESENT = ("VBZ", "VBP")
_CLOSING = ('"', "”", "''", "»")


def last_word(parse: Parse, head: Token, cue: Token, last: int, lexicon: Lexicon) -> int:
    """The last token of the clause under `head` that `cue` still introduces."""
    if head.index < cue.index:
        return last
    for verb in _joined(parse, head):
        if verb.index > cue.index and _is_reports_own(parse, head, cue, verb, lexicon):
            return min(last, _before(parse, verb, head))
    return last


def _joined(parse: Parse, head: Token) -> Iterator[Token]:
    """Verbs joined to a clause, and those joined to them, in the order of the text."""
    waiting = [head]
    while waiting:  # no recursion: a list of a thousand things is a chain of a thousand heads
        token = waiting.pop()
        if token.index != head.index and token.dep in ("conj", "advcl"):
            yield token
        waiting += reversed(parse.children(token.index, "conj", "advcl", "xcomp", "ccomp", "acl"))


def _is_reports_own(parse: Parse, head: Token, cue: Token, verb: Token, lexicon: Lexicon) -> bool:
    if adds_to_cue(parse, verb, lexicon):
        return True
    if verb.dep == "advcl" and _is_infinitive(parse, head):
        marks = {t.lower for t in parse.children(verb.index, "mark", "advmod")}  # "urged them to wait as rain fell"
        finite = verb.tag in _FINITE or any(t.tag in _FINITE for t in parse.children(verb.index, "aux", "auxpass"))
        return (
            finite and bool(marks & lexicon.unsaid.meanwhile) and bool(parse.children(verb.index, "nsubj", "nsubjpass"))
        )
    if verb.dep == "advcl":
        contrast = any(t.lower in lexicon.contrasts for t in parse.children(verb.index, "mark", "advmod"))
        says = verb.lemma in lexicon.clause and verb.lemma not in (lexicon.quotation_only | lexicon.evidence)
        prepositions = [t.lower for t in parse.children(verb.index, "prep")]
        counts = any(f"{verb.lemma} {word}" in lexicon.counting for word in prepositions)
        reports = is_reporting(parse, verb, lexicon) or counts or (says and verb.tag == cue.tag)
        return contrast and reports and bool(parse.children(verb.index, "nsubj"))
    if _is_infinitive(parse, head):
        return verb.tag in _FINITE and not parse.children(verb.index, "aux")
    if verb.dep == "conj" and _is_infinitive(parse, parse.tokens[verb.head]):
        return verb.tag in ("VBD", "VBZ") and not parse.children(verb.index, "aux", "nsubj")
    subjects = parse.children(verb.index, "nsubj", "nsubjpass")
    if verb.lemma in lexicon.evidence and not _has_that(parse, verb):
        return False  # "said police came and found the car empty"
    if _leaves_modal(parse, head, cue, verb) or _keeps_silent(parse, verb, lexicon):
        return True
    if not is_reporting(parse, verb, lexicon) or verb.tag not in (*_FINITE, "VBG"):
        return False
    if not subjects:
        return not _is_of_other_time(verb, cue)
    return subjects[0].pos == "PRON" and verb.tag == cue.tag


def _keeps_silent(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "said the dam holds and declined further comment"."""
    if verb.lemma not in lexicon.unsaid.declining or parse.children(verb.index, "nsubj", "nsubjpass"):
        return False
    return any(t.lemma in lexicon.unsaid.telling for t in parse.children(verb.index, "xcomp", "dobj"))


def _leaves_modal(parse: Parse, head: Token, cue: Token, verb: Token) -> bool:
    """ "announced that the levy would be dropped and thanked them": a past deed shares no "would" with the clause."""
    modal = any(t.tag == "MD" for t in parse.children(head.index, "aux"))
    own = parse.children(verb.index, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    deed = verb.tag == cue.tag == "VBD" and bool(parse.children(verb.index, "dobj"))
    return modal and deed and verb.head == head.index and not own


def adds_to_cue(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "Ann Lee said the road was dry, adding that …": it is she who adds."""
    return is_participle_behind_comma(parse, verb) and (
        is_reporting(parse, verb, lexicon) or _has_own_object(parse, verb, lexicon)
    )


def is_participle_behind_comma(parse: Parse, verb: Token) -> bool:
    """A participle with no subject of its own: "…, adding …"."""
    if verb.dep != "advcl" or verb.tag != "VBG":
        return False
    bare = not parse.children(verb.index, "nsubj", "mark") and parse.subtree(verb.index).first == verb.index
    before = parse.tokens[verb.index - 1].text if verb.index else ""
    return bare and (before == "," or (before in _CLOSING and parse.tokens[verb.index - 2].text == ","))


def _has_own_object(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "…, calling on them to wait", "…, calling it a lie", "…, denying any part in it"."""
    prepositions = [t.lower for t in parse.children(verb.index, "prep")]
    asks = (verb.lemma in lexicon.infinitive and "on" in prepositions) or (
        verb.lemma in lexicon.adding and "to" in prepositions
    )
    names = lexicon.names(verb.lemma) and bool(parse.children(verb.index, "oprd", "ccomp", "attr"))
    return asks or names or (verb.lemma in lexicon.object and bool(parse.children(verb.index, "dobj")))


def _is_infinitive(parse: Parse, head: Token) -> bool:
    return head.tag == "VB" and any(t.lower == "to" for t in parse.children(head.index, "aux"))


def is_reporting(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """A verb of saying with something said: "that …", a question, a name given, opening marks."""
    if verb.lemma not in lexicon.clause:
        return False
    said = parse.children(verb.index, "ccomp", "xcomp", "oprd")
    if any(t.index > verb.index for t in said):
        return True
    if any(f"{verb.lemma} {t.lower}" in lexicon.preposition for t in parse.children(verb.index, "prep")):
        return True
    if verb.lemma in lexicon.citing and any(t.lower == "as" for t in parse.children(verb.index, "prep", "advcl")):
        return True  # "quoted doctors as saying"
    following = parse.tokens[verb.index + 1 : verb.index + 3]
    if following and following[0].pos == "ADP" and verb.lemma in lexicon.quotation_only:
        return False  # "went against “the will” of others"
    return verb.lemma in lexicon.naming_as or any(t.text[0] in '“":„«' or t.lower == "that" for t in following)


def _is_of_other_time(verb: Token, cue: Token) -> bool:
    """ "Police say he drove there and told an officer": who says is not who told."""
    return (verb.tag == "VBD" and cue.tag in _PRESENT) or (verb.tag in _PRESENT and cue.tag == "VBD")


def _has_that(parse: Parse, verb: Token) -> bool:
    clauses = parse.children(verb.index, "ccomp")
    return any(t.lower == "that" for clause in clauses for t in parse.children(clause.index, "mark"))


def _before(parse: Parse, verb: Token, head: Token) -> int:
    """The token before the joined clause, its "and" and its comma."""
    first = parse.subtree(verb.index).first
    while first - 1 > head.index and parse.tokens[first - 1].dep in ("cc", "punct"):
        first -= 1
    return first - 1


def outer_cue(parse: Parse, verb: Token, lexicon: Lexicon) -> Token | None:
    """The cue that a reporting verb is coordinate with, where the parser joined it to what that cue introduces."""
    if verb.dep != "conj" or parse.children(verb.index, "nsubj", "nsubjpass"):
        return None
    for above in parse.ancestors(verb.index):
        if above.dep == "advcl" and above.tag in _PRESENT and verb.tag == "VBD":
            continue  # "said it is ready if they ask and called on them …"
        if above.dep in ("ccomp", "xcomp"):
            cue = parse.tokens[above.head]
            own = cue.lemma in lexicon.clause and cue.index < verb.index and not _is_of_other_time(verb, cue)
            return cue if own else None
        if above.dep != "conj":
            return None
    return None
