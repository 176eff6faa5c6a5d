"""Clauses as what is said: behind the cue or before it, around it, torn in two or tied elsewhere by the parser."""

from dataclasses import replace

from ...records import Span, Stance
from ..parse import Parse, Range, Token
from .clauses import is_passive, tokens_span, trimmed_span, voice_of
from .complements import Complement, made
from .draft import Voice
from .lexicon import Lexicon

_RELATIVE = ("WDT", "WP", "WP$", "WRB")


def clause_said(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    stance = lexicon.clause.get(verb.lemma)
    if stance is None or (verb.lemma in lexicon.quotation_only and not _has_that(parse, verb)):
        return _quoted_as(parse, verb, lexicon)
    if any(t.index < verb.index and t.lemma in lexicon.tidings for t in parse.children(verb.index, "dobj")):
        return None  # "…, a charge the board denies"
    whole = _interrupted(parse, verb, stance)
    if whole is not None:
        return whole
    for clause in _clauses_under(parse, verb):
        head = _reported_clause(parse, clause, lexicon)
        if _is_bare_aside(parse, head, verb, lexicon):
            continue
        if _is_clause(parse, head) and not (verb.lemma in lexicon.evidence and _is_seen(parse, verb, head, lexicon)):
            relation = "evidence" if verb.lemma in lexicon.evidence else "clause"
            lost = _before_lost_subject(parse, verb, head, stance, lexicon)
            return lost or _to_the_end(parse, verb, made(parse, verb, head, relation, stance, lexicon), lexicon)
    objects = [t for t in parse.children(verb.index, "dobj") if t.index > verb.index]
    says = not objects or verb.lemma in lexicon.telling  # "… -- the papers reveal a trail of millions"
    if (verb.dep == "parataxis" and says) or _is_parenthesis(parse, verb, lexicon):
        return _around(parse, verb, lexicon)
    for clause in parse.children(verb.index, "parataxis"):
        span = parse.subtree(clause.index)
        told = clause.lemma in lexicon.clause and not _is_bare_aside(parse, clause, verb, lexicon)
        if told and span.last < verb.index and parse.tokens[span.last].text == ",":
            return made(
                parse, verb, clause, "clause", stance, lexicon
            )  # "Ann Lee told them it holds, Northline reported"
    aside = _relative(parse, verb, stance) or _inverted(parse, verb, lexicon)
    return aside or _stood_in(parse, verb, stance, lexicon) or _behind_circumstance(parse, verb, stance, lexicon)


def _is_bare_aside(parse: Parse, clause: Token, verb: Token, lexicon: Lexicon) -> bool:
    """ "The water, experts say, will find its way": the experts' saying is not what is found."""
    own = [t.dep for t in parse.children(clause.index) if t.dep not in ("punct", "advmod")]
    return clause.index < verb.index and clause.lemma in lexicon.clause and own == ["nsubj"]


def _reported_clause(parse: Parse, head: Token, lexicon: Lexicon) -> Token:
    """ "Police said he fled, the Herald reported": the clause that the parser hangs on the reporting behind it."""
    if head.lemma not in lexicon.clause:
        return head
    told = [t for t in parse.children(head.index, "ccomp") if t.index < head.index]
    subjects = parse.children(head.index, "nsubj")
    if told and subjects and parse.subtree(told[-1].index).last < parse.subtree(subjects[0].index).first:
        return told[-1]
    return head


def _to_the_end(parse: Parse, verb: Token, found: Complement | None, lexicon: Lexicon) -> Complement | None:
    """ "said that the dam, closed in May, was sold", of which the parser makes two clauses, with the second one."""
    if found is None or found.head < verb.index:
        return found
    for rest in parse.children(verb.index, "ccomp"):
        if rest.lemma in lexicon.clause and parse.children(rest.index, "nsubj", "dobj"):
            return found  # "…, reported the agency"
        span = parse.subtree(rest.index)
        adjacent = span.first == parse.subtree(found.head).last + 1 and parse.tokens[span.first].text[0].islower()
        parted = "," in (parse.tokens[span.first - 1].text, parse.tokens[span.first].text) or adjacent
        goes_on = rest.index > found.head and parted
        # "said the gates were shut, the road was dry and nobody was hurt": a list; else a new subject is the report's.
        listed = verb.dep == "ROOT" and bool(parse.children(rest.index, "conj"))
        own = [t for t in parse.children(rest.index, "nsubj", "nsubjpass", "mark") if t.index < rest.index]
        bare = not own or (listed and all(t.dep != "mark" for t in own))
        if goes_on and bare and _is_finite(parse, rest):
            end = trimmed_span(parse.text, Span(found.content.start, parse.tokens[span.last].end))
            return replace(found, content=end) if end is not None else found
    return found


def _stood_in(parse: Parse, verb: Token, stance: Stance, lexicon: Lexicon) -> Complement | None:
    """ "Nine died in the flood, the board has said, as …", of which the parser makes a clause about the flood."""
    subjects = parse.children(verb.index, "nsubj")
    following = parse.tokens[verb.index + 1 : verb.index + 2]
    if verb.dep != "relcl" or not subjects or not following or following[0].pos != "PUNCT":
        return None
    first, sentence = parse.subtree(subjects[0].index).first, parse.sentence_of(verb)
    relative = any(t.tag in _RELATIVE for t in parse.between(Range(first, verb.index)))
    relative = relative or parse.tokens[verb.head].lemma in lexicon.tidings
    if relative or first - 2 <= sentence.first or parse.tokens[first - 1].text != ",":
        return None
    content = tokens_span(parse, sentence.first, first - 2)
    told = any(_is_finite(parse, t) for t in parse.tokens[sentence.first : first - 1] if t.pos in ("VERB", "AUX"))
    voice = voice_of(parse, subjects[0], verb)
    return Complement("clause", content, stance, verb.head, voice) if content is not None and told else None


def _behind_circumstance(parse: Parse, verb: Token, stance: Stance, lexicon: Lexicon) -> Complement | None:
    """ "said at a briefing that the dam holds", where the parser ties the clause to the briefing."""
    for preposition in parse.children(verb.index, "prep"):
        for noun in parse.between(parse.subtree(preposition.index)):
            for clause in parse.children(noun.index, "relcl", "acl"):
                span = parse.subtree(clause.index)
                first, last = span.first, span.last
                own = [t for t in parse.children(clause.index, "nsubj", "nsubjpass") if t.tag not in _RELATIVE]
                that = parse.tokens[first].lower == "that"
                carries = noun.head == preposition.index and noun.lemma in lexicon.vessels
                opens = own and (that or (carries and parse.subtree(own[0].index).first == first))
                between = [t for t in parse.children(noun.index, "prep") if parse.subtree(t.index).last == first - 1]
                behind = first == noun.index + 1 or (that and between)  # "on condition of anonymity that"
                if opens and behind and noun.index > verb.index and _is_finite(parse, clause):
                    content = tokens_span(parse, first, last)
                    return Complement("clause", content, stance, clause.index) if content is not None else None
    return None


def _clauses_under(parse: Parse, verb: Token) -> list[Token]:
    """The clauses a verb may govern: of "A strikes, B says C" C before A; none that a semicolon parts from it."""
    clauses = [c for c in parse.children(verb.index, "ccomp") if not _is_parted(parse, c, verb)]
    after = [c for c in clauses if c.index > verb.index and parse.subtree(c.index).first == verb.index + 1]
    return after or clauses


def _is_parted(parse: Parse, clause: Token, verb: Token) -> bool:
    return any(t.text == ";" for t in parse.tokens[clause.index : verb.index] if t.head == verb.index)


def _interrupted(parse: Parse, verb: Token, stance: Stance) -> Complement | None:
    """ "The dam, the mayor said on Monday, holds for now", of which the parser makes two subjects of the saying."""
    subjects = parse.children(verb.index, "nsubj", "nsubjpass")
    if len(subjects) != 2 or is_passive(parse, verb):
        return None
    told, speaker = subjects
    between = parse.tokens[parse.subtree(told.index).last + 1 : parse.subtree(speaker.index).first]
    for rest in parse.children(verb.index, "advcl", "conj", "dep", "ccomp"):
        first = parse.subtree(rest.index).first
        framed = [t.text for t in between] == [","] and parse.tokens[first - 1].text == ","
        own = first == rest.index or parse.tokens[first].head == rest.index
        if framed and own and first > verb.index and parse.tokens[first].tag in ("VBD", "VBZ", "VBP", "MD"):
            content = tokens_span(parse, parse.subtree(told.index).first, parse.subtree(rest.index).last)
            return (
                Complement("clause", content, stance, rest.index, voice_of(parse, speaker, verb)) if content else None
            )
    return None


def _before_lost_subject(parse: Parse, verb: Token, head: Token, stance: Stance, lexicon: Lexicon) -> Complement | None:
    """ "Two gates were open, its chairman, Ann Lee, said", the chairman taken for a part of what is said."""
    if head.index > verb.index or is_passive(parse, verb) or parse.children(verb.index, "nsubj", "nsubjpass", "csubj"):
        return None
    for noun in _apposed_subject(parse, verb):
        # "went along the quay, a wide street, reported the Herald", "met Ann Lee, reported the Herald"
        thing = _is_thing(noun, lexicon) or _after(parse, verb, lexicon) is not None
        first = verb.index if thing else parse.subtree(noun.index).first
        voice = _after(parse, verb, lexicon) if thing else voice_of(parse, noun, verb)
        content = tokens_span(parse, parse.subtree(head.index).first, first - 1)
        if content is not None and voice is not None and first > head.index:
            return Complement("clause", content, stance, head.index, voice)
    voice = (
        None if verb.lemma in lexicon.evidence else _after(parse, verb, lexicon)
    )  # "The road is open, writes the Herald", taken for what is written
    found = made(parse, verb, head, "clause", stance, lexicon) if voice is not None else None
    return replace(found, voice=voice) if found is not None else None


def _has_that(parse: Parse, verb: Token) -> bool:
    """A "that" clause makes a verb of saying of many that are none otherwise: "denounced that"."""
    clauses = parse.children(verb.index, "ccomp")
    return any(t.lower == "that" and t.dep == "mark" for c in clauses for t in parse.children(c.index, "mark"))


def _quoted_as(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "The bridge is closed, the agency quoted the mayor as saying": the clause hangs on the quoting."""
    if verb.lemma not in lexicon.citing or not _as_saying(parse, verb, lexicon):
        return None
    before = [head for head in parse.children(verb.index, "ccomp") if head.index < verb.index]
    for head in before:
        if head.lemma not in lexicon.disputing:
            return made(parse, verb, head, "clause", "says", lexicon)
    return _quoted_behind(parse, verb) if not before else None


def _quoted_behind(parse: Parse, verb: Token) -> Complement | None:
    """ "Five more were found, Ann Lee was quoted as saying", "…, the agency quoted her as saying": the words before."""
    subjects = parse.children(verb.index, "nsubjpass") or parse.children(verb.index, "nsubj")
    sentence = parse.sentence_of(verb)
    first = parse.subtree(subjects[0].index).first if subjects else sentence.first
    framed = first - 2 > sentence.first and parse.tokens[first - 1].text == ","
    behind = parse.between(Range(verb.index, sentence.last))
    if not framed or behind[-1].pos != "PUNCT" or behind[-2].tag != "VBG" or not subjects:
        return None
    content = tokens_span(parse, sentence.first, first - 2)
    return Complement("clause", content, "says", verb.index, voice_of(parse, subjects[0], verb)) if content else None


def _as_saying(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    as_ = [t for t in parse.children(verb.index, "prep", "advcl", "mark") if t.lower == "as"]
    return any(t.lemma in lexicon.clause for a in as_ for t in parse.children(a.index, "pcomp")) or any(
        t.tag == "VBG" and t.lemma in lexicon.clause for t in parse.children(verb.index, "advcl", "pcomp")
    )


def _relative(parse: Parse, verb: Token, stance: Stance) -> Complement | None:
    """ "who police said held …" where the parser lost the inner clause: what follows the cue."""
    subjects = [t for t in parse.children(verb.index, "nsubj") if t.tag not in ("WP", "WDT")]
    if (
        verb.dep != "relcl"
        or not subjects
        or parse.tokens[parse.subtree(subjects[-1].index).first - 1].tag not in ("WP", "WDT")
    ):
        return None
    content = tokens_span(parse, verb.index + 1, parse.subtree(verb.index).last)
    return Complement("clause", content, stance, verb.index) if content is not None else None


def _is_clause(parse: Parse, head: Token) -> bool:
    return head.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "NUM")


def _is_seen(parse: Parse, verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """What a picture shows, and "the car turning", is seen, not said."""
    images = any(t.lemma in lexicon.images for t in parse.children(verb.index, "nsubj"))
    return images or not _is_finite(parse, head)


def _is_finite(parse: Parse, head: Token) -> bool:
    """A full clause; not "the car turning", which is seen, not said."""
    auxiliaries = parse.children(head.index, "aux", "auxpass")
    return head.tag in ("VBD", "VBZ", "VBP", "MD") or bool(auxiliaries) or bool(parse.children(head.index, "mark"))


def _is_parenthesis(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ ", the mayor said" tied to the clause it reports."""
    before = parse.subtree(verb.index).first - 1
    comma = before >= 0 and parse.tokens[before].text == ","
    if any(t.lower != "as" for t in parse.children(verb.index, "mark")):
        return False  # ", although some dispute that"
    objects = [t for t in parse.children(verb.index, "dobj") if t.index > verb.index]
    if objects and verb.lemma not in lexicon.telling:
        return False  # ", even as they note the links to the firm"
    return verb.dep in ("ccomp", "advcl", "dep") and comma and bool(parse.children(verb.index, "nsubj"))


def _around(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """The clause that a parenthetical cue stands in: from its first word to its last."""
    head = parse.tokens[verb.head]
    if head.index == verb.index:
        return None
    return made(parse, verb, head, "clause", lexicon.clause[verb.lemma], lexicon)


def _inverted(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "The bridge is closed, reported the Herald", which the parser takes for two deeds of one subject."""
    head = parse.tokens[verb.head]
    if verb.dep not in ("conj", "dep") or verb.tag not in ("VBD", "VBZ") or not _is_finite(parse, head):
        return None
    subjects = parse.children(verb.index, "nsubj") or _apposed_subject(parse, verb)
    if subjects and subjects[0].dep == "appos" and _after(parse, verb, lexicon) is not None:
        subjects = ()  # "The lorry went along the quay, a wide street, reported the Herald"
    first = parse.subtree(subjects[0].index).first if subjects else verb.index
    sentence = parse.sentence_of(verb)
    own = head.lemma in lexicon.clause and not (subjects and subjects[0].dep == "appos")
    if head.index > first - 2 or parse.tokens[first - 1].text != "," or own:
        return None
    voice = voice_of(parse, subjects[0], verb) if subjects else _after(parse, verb, lexicon)
    content = tokens_span(parse, sentence.first, first - 2)
    if voice is None or content is None:
        return None
    return Complement("clause", content, lexicon.clause[verb.lemma], verb.head, voice)


def _apposed_subject(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """ "…, its chairman, Ann Lee, said": a subject that the parser took for an apposition of the word before it."""
    before = verb.index - 1
    if parse.tokens[before].text == ",":
        before -= 1
    for above in (parse.tokens[before], *parse.ancestors(before)):
        outermost = above.dep == "appos" and parse.tokens[above.head].dep != "appos"
        if outermost and above.sentence == verb.sentence and parse.subtree(above.index).last >= before:
            return (above,)
    return ()


def _after(parse: Parse, verb: Token, lexicon: Lexicon) -> Voice | None:
    """The noun right behind the verb, which the parser took for its object, where it can speak."""
    objects = parse.children(verb.index, "dobj", "attr", "oprd")
    if not objects or parse.subtree(objects[0].index).first != verb.index + 1:
        return None
    noun = objects[0]
    return None if _is_thing(noun, lexicon) else voice_of(parse, noun, verb)


def _is_thing(noun: Token, lexicon: Lexicon) -> bool:
    """A common noun for nobody who speaks."""
    speakers = lexicon.persons | lexicon.bodies | lexicon.media | lexicon.vessels
    return noun.pos == "NOUN" and not {noun.lemma, noun.lower} & speakers
