"""Words of others told in the report's own: clauses, requests, names given and things announced."""

from collections.abc import Iterator, Mapping

from ...records import Span, Stance
from ..parse import Parse, Range, Token
from .clauses import is_passive, is_to, tokens_span, trimmed_span, verbs, voice_of
from .clipping import adds_to_cue, outer_cue
from .complements import Complement, blaming, made, naming, object_said, prepositional
from .draft import Draft, Voice
from .infinitives import gerund, infinitive
from .learned import likely_candidate, stance_of
from .lexicon import Lexicon
from .voices import voice_of_cue

_NEAR = 4  # words from "which" to the cue: "which the army said"
# "did not deny that" neither denies nor says it; "does not believe that" still tells what somebody thinks.
_LOST_WHEN_NEGATED = ("denies", "confirms", "promises")


def verb_drafts(parse: Parse, lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for each verb that introduces words of others."""
    voices: dict[int, Voice | None] = {}
    for verb in verbs(parse):
        complement = _complement(parse, verb, lexicon) if _may_introduce(parse, verb, lexicon) else None
        if complement is None or _is_unsaid(parse, verb, complement, lexicon):
            continue
        voice = complement.voice or _voice(parse, verb, voices, lexicon)
        if voice is not None and parse.tokens[voice.head].lower in lexicon.reporter:
            continue
        voices[verb.index] = voice
        anonymous = voice is None and (is_passive(parse, verb) or _is_asked(parse, verb))
        cue = _cue(parse, verb)
        content = _before_voice(parse, verb, _behind_relative(parse, verb, complement.content), voice)
        yield Draft(
            content,
            complement.stance,
            "indirect",
            cue,
            verb.index,
            voice,
            (),
            complement.relation,
            anonymous,
        )


def _voice(parse: Parse, verb: Token, voices: Mapping[int, Voice | None], lexicon: Lexicon) -> Voice | None:
    """The subject; of ", adding that …" the voice of the cue it hangs on."""
    if _is_asked(parse, verb):
        return None
    if verb.dep == "advcl" and verb.tag == "VBG" and voices.get(verb.head) is not None:
        return voices[verb.head]
    if adds_to_cue(parse, verb, lexicon):
        above = next((t.index for t in parse.ancestors(verb.index) if voices.get(t.index) is not None), None)
        if above is not None:
            return voices[above]
    voice = voice_of_cue(parse, outer_cue(parse, verb, lexicon) or verb, lexicon)
    torn = voice is not None and _is_torn(parse.text[voice.span.start : voice.span.end])
    return None if torn else voice


def _is_asked(parse: Parse, verb: Token) -> bool:
    """ "Asked whether it holds, the mayor said": the mayor is asked, by nobody named."""
    bare = not parse.children(verb.index, "nsubj", "aux", "auxpass", "agent")
    return verb.tag == "VBN" and verb.dep == "advcl" and bare


def _is_torn(words: str) -> bool:
    """Words of which quotation marks cut off a part name nobody: 'a “political trial'."""
    return words.count('"') % 2 == 1 or words.count("“") != words.count("”")


def _behind_relative(parse: Parse, verb: Token, content: Span) -> Span:
    """ "which she said was a raid": the words behind the cue, where a relative clause was taken with the cue in it."""
    first = parse.token_at(content.start)
    relative = first is not None and first.tag in ("WDT", "WP") and first.index < verb.index <= first.index + _NEAR
    if not relative or verb.end >= content.end:
        return content
    return trimmed_span(parse.text, Span(verb.end, content.end)) or content


def _before_voice(parse: Parse, verb: Token, content: Span, voice: Voice | None) -> Span:
    """ "The bid faces scrutiny, lawyers say, amid doubts": the words before the speaker, taken in with his name."""
    if voice is None or not content.start < voice.span.start < voice.span.end <= content.end <= verb.start:
        return content
    return trimmed_span(parse.text, Span(content.start, voice.span.start)) or content


def _may_introduce(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """An infinitive counts behind a verb that only carries it: "went on to say"; "considering that" never does."""
    if verb.lower in lexicon.conjunctive and not parse.children(verb.index, "nsubj", "aux", "auxpass"):
        return False
    if verb.dep == "csubj" and verb.tag == "VBG":
        return False  # "predicting where it falls is hard"
    if verb.tag == "VB" and verb.dep == "conj" and is_to(parse, _first_joined(parse, verb)):
        return False  # "planned to hide it and report it missing"
    if is_to(parse, verb):
        return verb.dep in ("xcomp", "advcl") and parse.tokens[verb.head].lemma in lexicon.carrier
    return True


def _first_joined(parse: Parse, verb: Token) -> Token:
    """The verb at the head of a row of joined ones."""
    while verb.dep == "conj" and verb.head != verb.index:
        verb = parse.tokens[verb.head]
    return verb


def _is_unsaid(parse: Parse, verb: Token, complement: Complement, lexicon: Lexicon) -> bool:
    """ "did not say when": nothing is said; so too where a request has no voice: "were told to leave"."""
    if _by_nobody(parse, verb, lexicon):
        return True
    if any(t.lower in lexicon.negations for t in parse.children(verb.index, "neg")):
        if complement.stance in _LOST_WHEN_NEGATED:
            return True
        first = parse.token_at(complement.content.start)
        return complement.relation != "clause" or (first is not None and first.lower in lexicon.questions)
    return complement.relation == "infinitive" and is_passive(parse, verb) and not parse.children(verb.index, "agent")


def _by_nobody(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "No group has claimed responsibility", "nobody said so"."""
    for subject in parse.children(verb.index, "nsubj", "nsubjpass"):
        if {subject.lower, *(t.lower for t in parse.children(subject.index, "det"))} & lexicon.nobody:
            return True
    return False


def _cue(parse: Parse, verb: Token) -> Range:
    """The verb with its particle."""
    particles = [t.index for t in parse.children(verb.index, "prt") if t.index == verb.index + 1]
    return Range(verb.index, particles[0] if particles else verb.index)


def _complement(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    for find in (_clause, naming, blaming, prepositional, infinitive, gerund, object_said, _learned):
        complement = find(parse, verb, lexicon)
        if complement is not None:
            return complement
    return None


def _learned(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """What no list foresees and the learned weights know: will, belief, judgement."""
    unknown = verb.lemma in lexicon.evidence or (is_passive(parse, verb) and not parse.children(verb.index, "agent"))
    unknown = unknown or verb.lemma in lexicon.unsaid.looks or _keeps_silent(parse, verb, lexicon)
    candidate = None if unknown else likely_candidate(parse, verb, lexicon)
    claims = [lexicon.nouns.get(t.lemma) for t in parse.children(verb.index, "dobj")]
    judged = verb.lemma in lexicon.disputing and any(stance not in (None, "asks", "promises") for stance in claims)
    if candidate is None or judged:  # "rejected the claim that": see `phrases`
        return None
    stance = stance_of(lexicon, verb.lemma, candidate.relation)
    return Complement("learned", candidate.content, stance, verb.index)


def _keeps_silent(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "declined to comment": nothing is said."""
    return verb.lemma in lexicon.unsaid.declining and any(
        t.lemma in lexicon.unsaid.telling for t in parse.children(verb.index, "xcomp")
    )


def _clause(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    stance = lexicon.clause.get(verb.lemma)
    if stance is None or (verb.lemma in lexicon.quotation_only and not _has_that(parse, verb)):
        return _quoted_as(parse, verb, lexicon)
    whole = _interrupted(parse, verb, stance)
    if whole is not None:
        return whole
    for head in _clauses_under(parse, verb):
        if _is_clause(parse, head) and not (verb.lemma in lexicon.evidence and _is_seen(parse, verb, head, lexicon)):
            relation = "evidence" if verb.lemma in lexicon.evidence else "clause"
            lost = _before_lost_subject(parse, verb, head, stance, lexicon)
            return lost or made(parse, verb, head, relation, stance, lexicon)
    if verb.dep == "parataxis" or _is_parenthesis(parse, verb, lexicon):
        return _around(parse, verb, lexicon)
    return _relative(parse, verb, stance) or _inverted(parse, verb, lexicon)


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
        thing = _is_thing(noun, lexicon)  # "went along the quay, a wide street, reported the Herald"
        first = verb.index if thing else parse.subtree(noun.index).first
        voice = _after(parse, verb, lexicon) if thing else voice_of(parse, noun, verb)
        content = tokens_span(parse, parse.subtree(head.index).first, first - 1)
        if content is not None and voice is not None and first > head.index:
            return Complement("clause", content, stance, head.index, voice)
    return None


def _has_that(parse: Parse, verb: Token) -> bool:
    """A "that" clause makes a verb of saying of many that are none otherwise: "denounced that"."""
    clauses = parse.children(verb.index, "ccomp")
    return any(t.lower == "that" and t.dep == "mark" for c in clauses for t in parse.children(c.index, "mark"))


def _quoted_as(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "The bridge is closed, the agency quoted the mayor as saying": the clause hangs on the quoting."""
    if verb.lemma not in lexicon.citing or not _as_saying(parse, verb, lexicon):
        return None
    for head in parse.children(verb.index, "ccomp"):
        if head.index < verb.index and head.lemma not in lexicon.disputing:
            return made(parse, verb, head, "clause", "says", lexicon)
    return None


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
    if subjects and _is_thing(subjects[0], lexicon) and _after(parse, verb, lexicon) is not None:
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
