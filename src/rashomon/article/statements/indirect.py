"""Words of others told in the report's own: clauses, requests, names given and things announced."""

from collections.abc import Iterator, Mapping

from ...records import Span
from ..parse import Parse, Range, Token
from .clausal import clause_said
from .clauses import is_passive, is_to, trimmed_span, verbs
from .clipping import adds_to_cue, outer_cue
from .complements import Complement, blaming, counted, naming, object_said, prepositional
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
        if voice is not None and _asks_who(parse, verb, parse.tokens[voice.head]):
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


def _asks_who(parse: Parse, verb: Token, noun: Token) -> bool:
    """ "Who would say so?": nobody does."""
    return noun.tag == "WP" and verb.dep != "relcl" and parse.tokens[parse.sentence_of(verb).last].text == "?"


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
    if _is_told_to(parse, verb, lexicon) or _is_thought_to_be(parse, verb, lexicon):
        return False
    if is_to(parse, verb):
        return verb.dep in ("xcomp", "advcl") and parse.tokens[verb.head].lemma in lexicon.carrier
    return True


def _is_told_to(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "Both sides urged to stop", as headlines have it: with nobody urged behind it, the verb is passive."""
    following = parse.tokens[verb.index + 1 : verb.index + 2]
    return (
        verb.lemma in lexicon.wanting_object
        and verb.tag in ("VBD", "VBN")
        and any(t.lower == "to" and t.pos == "PART" for t in following)
    )


def _is_thought_to_be(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "The rocket, believed to be a large one": the rocket believes nothing."""
    bare = verb.tag == "VBN" and verb.dep == "acl" and not parse.children(verb.index, "agent", "aux", "nsubj")
    to = any(is_to(parse, t) for t in parse.children(verb.index, "xcomp", "ccomp"))
    return bare and to and verb.lemma in lexicon.hearsay


def _first_joined(parse: Parse, verb: Token) -> Token:
    """The verb at the head of a row of joined ones."""
    while verb.dep == "conj" and verb.head != verb.index:
        verb = parse.tokens[verb.head]
    return verb


def _is_unsaid(parse: Parse, verb: Token, complement: Complement, lexicon: Lexicon) -> bool:
    """ "did not say when": nothing is said; so too where a request has no voice: "were told to leave"."""
    if _by_nobody(parse, verb, lexicon) or _is_to_stay_unnamed(parse, complement, lexicon):
        return True
    if complement.stance in _LOST_WHEN_NEGATED and _neither(parse, verb, lexicon):
        return True
    if any(t.lower in lexicon.negations for t in parse.children(verb.index, "neg")):
        if complement.stance in _LOST_WHEN_NEGATED:
            return True
        first = parse.token_at(complement.content.start)
        return complement.relation != "clause" or (first is not None and first.lower in lexicon.questions)
    return complement.relation == "infinitive" and is_passive(parse, verb) and not parse.children(verb.index, "agent")


def _neither(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "neither confirms nor denies"."""
    joined = (verb, *((_first_joined(parse, verb),) if verb.dep == "conj" else ()))
    return any(
        t.lower in lexicon.nobody for v in joined for t in parse.children(v.index, "preconj", "neg", "advmod", "cc")
    )


def _is_to_stay_unnamed(parse: Parse, complement: Complement, lexicon: Lexicon) -> bool:
    """ "asked that his surname not be published" tells of the source, not of what it said."""
    head = parse.tokens[complement.head]
    hidden = head.lemma in lexicon.anonymity and is_passive(parse, head) and bool(parse.children(head.index, "neg"))
    return complement.stance == "asks" and hidden


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
    for find in (clause_said, naming, blaming, counted, prepositional, infinitive, gerund, object_said, _learned):
        complement = find(parse, verb, lexicon)
        if complement is not None:
            return complement
    return None


def _learned(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """What no list foresees and the learned weights know: will, belief, judgement."""
    passive = is_passive(parse, verb) or (verb.tag == "VBN" and not parse.children(verb.index, "aux", "nsubj"))
    unknown = verb.lemma in lexicon.evidence or (passive and not parse.children(verb.index, "agent"))
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
