"""Whose what was told before is: "This was reported by the agency", "…, a charge that the mayor denies"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...records import Stance
from ..parse import Parse, Range, Token
from .clauses import subject_of, tokens_span, voice_of
from .draft import Draft, Voice
from .lexicon import Lexicon

LONGEST = 40  # words; what tells more than whose the words are tells something of its own
SHORTEST_CONTENT = 3  # words
_TOLD: tuple[Stance, ...] = ("says", "claims", "confirms", "denies")
_JUDGED: tuple[Stance, ...] = ("confirms", "denies")  # what somebody said is said or denied by another one, too
_OBJECTS = ("dobj", "nsubjpass", "pobj")


def with_sources(parse: Parse, lexicon: Lexicon, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with one for each sentence whose source the next one names; of known words it is the medium."""
    found = list(drafts)
    over = _over_sentences(parse, found)
    for verb, voice in _sources(parse, lexicon):
        before = parse.sentences[verb.sentence - 1]
        told = over.get(verb.sentence - 1, ())
        own = [n for n in told if _tells(parse, before, found[n])]
        content = tokens_span(parse, before.first, before.last)
        stance = lexicon.clause[verb.lemma]
        judged = found[told[-1]] if told and stance in _JUDGED else None
        if judged is not None and judged.voice is not None:
            cue = Range(verb.index, verb.index)
            found.append(Draft(judged.content, stance, judged.kind, cue, verb.index, voice, (), "backward"))
        elif own:
            found[own[-1]] = _handed_on(parse, found[own[-1]], voice, lexicon)
        elif content is not None and before.last - before.first >= SHORTEST_CONTENT:
            cue = Range(verb.index, verb.index)
            found.append(Draft(content, stance, "indirect", cue, verb.index, voice, (), "backward"))
    return [*found, *_judgements(parse, lexicon, found)]


def _judgements(parse: Parse, lexicon: Lexicon, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "He accused them of theft, a charge that they deny": what stands before it in the sentence, denied by them."""
    told = sorted((d for d in found if d.voice is not None), key=lambda d: (d.content.end, d.content.start))
    judged = lexicon.tidings | lexicon.comments
    for noun in (token for token in parse.tokens if token.lemma in judged):
        if parse.tokens[parse.subtree(noun.index).first - 1].text not in (",", "-", "–", "—"):
            continue
        verbs = [*parse.children(noun.index, "relcl", "acl"), *_governing(parse, noun)]
        verb = next((t for t in verbs if _judges(parse, t, lexicon)), None)
        before = [d for d in told if _stands_before(parse, d, noun)]
        voice = _judge(parse, verb) if verb is not None else None
        if verb is not None and voice is not None and before:
            claim, cue = before[-1], Range(verb.index, verb.index)
            stance = lexicon.clause[verb.lemma]
            yield Draft(claim.content, stance, claim.kind, cue, verb.index, voice, (), "backward")


def _stands_before(parse: Parse, claim: Draft, noun: Token) -> bool:
    """In the noun's sentence, or right before its comma, where the parser makes two sentences of one."""
    start, _ = parse.offsets(parse.sentence_of(noun))
    opens = parse.tokens[parse.subtree(noun.index).first - 1].start
    return claim.content.end <= opens and (start <= claim.content.start or claim.content.end == opens)


def _governing(parse: Parse, noun: Token) -> Sequence[Token]:
    """ "…, a charge the board denies", of which the parser makes the object of a clause of its own."""
    verb = parse.tokens[noun.head]
    return (verb,) if noun.dep == "dobj" and verb.index > noun.index else ()


def _judges(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    own = [t for t in parse.children(verb.index, "ccomp", "neg") if t.dep == "neg" or t.index > verb.index]
    return lexicon.clause.get(verb.lemma) in _JUDGED and not own


def _judge(parse: Parse, verb: Token) -> Voice | None:
    """ "which the mayor denies", "denied by the mayor"."""
    nouns = [t for t in parse.children(verb.index, "nsubj") if t.tag not in ("WDT", "WP")]
    nouns += [noun for by in parse.children(verb.index, "agent") for noun in parse.children(by.index, "pobj")]
    return voice_of(parse, nouns[0], verb) if nouns else None


def _over_sentences(parse: Parse, drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """Which drafts tell something of each sentence."""
    over: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        first, last = parse.token_at(draft.content.start), parse.token_at(draft.content.end - 1)
        if first is not None and last is not None:
            for sentence in range(first.sentence, last.sentence + 1):
                over.setdefault(sentence, []).append(number)
    return over


def _handed_on(parse: Parse, draft: Draft, voice: Voice, lexicon: Lexicon) -> Draft:
    """Through the medium that the next sentence names, or by the one whom it names."""
    head = parse.tokens[voice.head]
    is_speaker = head.entity == "PERSON" or head.lemma in lexicon.persons  # "The enemy claims … said its spokesman"
    if draft.voice is None or (is_speaker and parse.tokens[draft.voice.head].entity != "PERSON"):
        return replace(draft, voice=voice, anonymous=False)
    return draft if is_speaker or draft.via or draft.voice.head == voice.head else replace(draft, via=(voice,))


def _tells(parse: Parse, sentence: Range, draft: Draft) -> bool:
    """Most of a sentence is what is said."""
    start, end = parse.offsets(sentence)
    shared = min(draft.content.end, end) - max(draft.content.start, start)
    return shared * 2 > end - start


def _sources(parse: Parse, lexicon: Lexicon) -> Iterator[tuple[Token, Voice]]:
    """Verbs of saying whose object is the sentence before, with who says."""
    for number, sentence in enumerate(parse.sentences):
        tokens = parse.between(sentence)
        points = [t for t in tokens[:LONGEST] if t.lower in lexicon.pointing]
        if not points or not number or not _stand_together(parse, number):
            continue
        for verb in tokens:
            if verb.dep == "ROOT" and _is_cue(parse, verb, lexicon) and len(tokens) <= LONGEST:
                voice = _voice(parse, verb, lexicon) if _points_back(parse, verb, points, lexicon) else None
                if voice is not None:
                    yield verb, voice


def _stand_together(parse: Parse, number: int) -> bool:
    """The sentence follows another one in its paragraph, or that of the paragraph before, which is no headline."""
    first, before = (parse.tokens[parse.sentences[n].first].paragraph for n in (number, number - 1))
    return first - before <= 1 and not parse.paragraphs[before].title


def _is_cue(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """A verb of saying with nothing said of its own."""
    stance = lexicon.clause.get(verb.lemma)
    bare = lexicon.evidence if stance == "denies" else lexicon.quotation_only | lexicon.evidence
    own = parse.children(verb.index, "ccomp", "xcomp", "advcl", "conj", "neg", "oprd")
    adds = lexicon.citing | lexicon.adding
    return stance in _TOLD and verb.lemma not in bare and not [t for t in own if t.lemma not in adds]


def _points_back(parse: Parse, verb: Token, points: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "This", alone or "this report", is the object, the subject of a passive, or stands behind "about"."""
    for point in points:
        tidings = point.dep == "det" and parse.tokens[point.head].lemma in lexicon.tidings
        token = parse.tokens[point.head] if tidings else point
        above = parse.tokens[token.head]
        about = above.index == verb.index or (above.head == verb.index and above.lower in lexicon.about)
        alone = all(t.index == point.index for t in parse.children(token.index))
        if token.dep in _OBJECTS and about and alone:
            return token.dep != "pobj" or above.index != verb.index
    return False


def _voice(parse: Parse, verb: Token, lexicon: Lexicon) -> Voice | None:
    """The subject or, of a passive, whoever stands behind "by" or "in"; "said the mayor" has him as an object."""
    if parse.children(verb.index, "nsubjpass"):
        behind = [p for p in parse.children(verb.index, "agent", "prep") if p.lower in lexicon.told_by]
        nouns = [noun for p in behind for noun in parse.children(p.index, "pobj")]
    else:
        subject = subject_of(parse, verb)
        nouns = [subject] if subject is not None else []
        nouns = [t for t in nouns if t.lower not in lexicon.pointing] or list(
            parse.children(verb.index, "dobj", "attr")
        )
    nouns = [_issuer(parse, t, lexicon) for t in nouns]
    spoken = [t for t in nouns if t.entity not in ("DATE", "TIME") and t.lower not in lexicon.reporter]
    return voice_of(parse, spoken[0], verb) if spoken and spoken[0].lower not in lexicon.pointing else None


def _issuer(parse: Parse, noun: Token, lexicon: Lexicon) -> Token:
    """Whose the message is: "stated in the message of the ministry"."""
    of = (t for of in parse.children(noun.index, "prep") for t in parse.children(of.index, "pobj"))
    behind = next((t for t in of if parse.tokens[t.head].lower in lexicon.of_office), None)
    return behind if behind is not None and noun.lemma in lexicon.vessels else noun
