"""Through whom words came: the agency, paper or broadcaster between the speaker and the report, nearest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...records import NAMES, Mention, Span
from ..parse import Parse, Range, Token
from .clauses import voice_of, words_beside
from .draft import Draft, Voice
from .room import Room, mention_of

LABELLED = ("turn", "headline", "signature")  # their cue is the colon behind a label, or the dash before a name
TOLD = (
    "clause",
    "quotation",
    "evidence",
    "according",
    "tail",
    "backward",
    "dash",
    "as",
    "",
)  # what is told, not asked, named or blamed
FURTHEST_SENTENCES = 4  # "Witnesses spoke on the radio" reaches no further
_BARE = 3  # words of "the radio station"
_PLACES = frozenset({"on", "in", "to", "with", "via", "through", "by", "for", "from"})
_MARKS = frozenset({'"', "“", "”", "«", "»"})
_OF = frozenset({"for", "of", "from", "with", "at"})


def with_chains(parse: Parse, drafts: Iterable[Draft], room: Room) -> list[Draft]:
    """The drafts with their chains; a quotation that only goes on came the way of the one before."""
    found: list[Draft] = []
    named: Voice | None = None  # the medium named last
    for draft in drafts:
        if draft.verb is None and draft.cue is not None and draft.relation not in LABELLED and found:
            found.append(replace(draft, voice=found[-1].voice, via=found[-1].via))
        else:
            draft = _with_chain(parse, draft, room)
            found.append(replace(draft, via=tuple(_as_named(parse, medium, named, room) for medium in draft.via)))
        told = [v for v in (found[-1].voice, *found[-1].via) if v is not None and _is_named_medium(parse, v, room)]
        named = told[-1] if told else named
    return found


def _is_named_medium(parse: Parse, voice: Voice, room: Room) -> bool:
    """A name that is told to be a medium's: "the radio station Northline"."""
    words = parse.within(voice.span.start, voice.span.end)
    called = any(t.lemma in room.lexicon.media or t.lower in room.lexicon.media for t in words)
    mention = mention_of(room, voice) if called else None
    return mention is not None and mention.type == "ORG" and mention.form in NAMES


def _as_named(parse: Parse, medium: Voice, named: Voice | None, room: Room) -> Voice:
    """ "the radio station", once it has a name: the name."""
    noun, words = parse.tokens[medium.head], parse.within(medium.span.start, medium.span.end)
    bare = len(words) <= _BARE and words[0].lower in room.lexicon.definite and noun.pos == "NOUN"
    if named is None or not bare or named.span.start > medium.span.start:
        return medium
    kinds = {t.lemma for t in parse.within(named.span.start, named.span.end)}
    return named if noun.lemma in room.lexicon.media and noun.lemma in kinds else medium


def _with_chain(parse: Parse, draft: Draft, room: Room) -> Draft:
    """The draft with its real speaker, where a medium quotes him, and the media it came through."""
    if draft.verb is None:
        return draft
    draft = _quoted_by_subject(parse, draft, room)
    draft = _swapped(parse, draft, room)
    via: dict[int, Voice] = {voice.head: voice for voice in draft.via}
    for noun in _media_nouns(parse, draft, room):
        other = (draft.voice is None or noun.index != draft.voice.head) and noun.lemma not in room.lexicon.anonymity
        if other and any(sign.isalnum() for sign in noun.text) and not _is_own(parse, noun, room):
            via.setdefault(noun.index, _with_name(parse, noun))
    return replace(draft, via=_each_once(parse, tuple(via.values())))


def _with_name(parse: Parse, noun: Token) -> Voice:
    """The medium; of "the state broadcaster Northline" the name too, where the parser ties it to something else."""
    voice = voice_of(parse, noun)
    last = noun.index
    while noun.pos == "NOUN" and _is_name(parse.tokens[last + 1 : last + 2]):
        last += 1
    if last == noun.index or voice.span.end > parse.tokens[last].start:
        return voice
    return Voice(Span(voice.span.start, parse.tokens[last].end), last)


def _is_name(token: Sequence[Token]) -> bool:
    return bool(token) and token[0].entity == "ORG" and token[0].text[0].isupper()


def _is_own(parse: Parse, noun: Token, room: Room) -> bool:
    """ "told this newspaper", "told our correspondent": the outlet whose report it is hands on nothing to itself."""
    return any(t.lower in room.lexicon.own for t in parse.children(noun.index, "det", "poss"))


def _each_once(parse: Parse, media: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Of "the news agency Northline", which the parser takes for two, the name."""

    def is_kind_of_next(voice: Voice) -> bool:
        between = (
            parse.text[voice.span.end : other.span.start] for other in media if other.span.start > voice.span.end
        )
        return parse.tokens[voice.head].pos == "NOUN" and any(not words.strip() for words in between)

    heads = [voice.head for voice in media]
    once = (voice for n, voice in enumerate(media) if voice.head not in heads[:n])
    return tuple(voice for voice in once if not is_kind_of_next(voice))


def _quoted_by_subject(parse: Parse, draft: Draft, room: Room) -> Draft:
    """ "The agency quoted the minister as saying …": the minister speaks, through the agency."""
    verb = parse.tokens[draft.verb or 0]
    quote = verb if verb.lemma in room.lexicon.citing else _quoting_above(parse, verb, room)
    if quote is None:
        return draft
    quoted = next(iter(parse.children(quote.index, "dobj")), None)
    if quoted is None or _in_content(quoted, draft):
        passive = next(iter(parse.children(quote.index, "nsubjpass")), None)
        if passive is None:
            return draft
        saying = [t for as_ in parse.children(quote.index, "prep") for t in parse.children(as_.index, "pcomp")]
        media = tuple(_with_name(parse, t) for by in (quote, verb, *saying) for t in _agents(parse, by))
        return replace(draft, voice=voice_of(parse, passive, quote), via=media or draft.via, anonymous=False)
    if draft.voice is None or (quote.index == verb.index and not (_speaks(quoted, room) or quoted.pos == "PRON")):
        return draft  # "cited the storm as a reason": nobody is quoted
    speaker = voice_of(parse, quoted, verb)
    return replace(draft, voice=speaker, via=(draft.voice,))


def _in_content(token: Token, draft: Draft) -> bool:
    return draft.content.start <= token.start < draft.content.end


def _quoting_above(parse: Parse, verb: Token, room: Room) -> Token | None:
    """ "quoted … as saying": the verb that the participle hangs on."""
    if verb.dep != "pcomp":
        return None
    above = list(parse.ancestors(verb.index))[:2]
    return next((t for t in above if t.lemma in room.lexicon.citing), None)


def _swapped(parse: Parse, draft: Draft, room: Room) -> Draft:
    """In "according to the daily, citing the mayor" it is the mayor who speaks, through the daily."""
    if draft.voice is None:
        return draft
    cited = [(noun, verb) for verb in _citing_verbs(parse, draft, room) for noun in parse.children(verb.index, "dobj")]
    for quoted, verb in (*cited, *_referred_to(parse, draft, room)):
        speaks = _speaks(quoted, room) or (verb.lemma == "quote" and quoted.pos in ("NOUN", "PROPN"))
        if speaks and not _in_content(quoted, draft) and quoted.index != draft.voice.head:
            return replace(draft, voice=voice_of(parse, quoted, verb), via=(draft.voice, *draft.via))
    return draft


def _referred_to(parse: Parse, draft: Draft, room: Room) -> Iterator[tuple[Token, Token]]:
    """ "The agency reports with reference to the ministry": the noun, and the word it stands behind."""
    for token in words_beside(parse, parse.tokens[draft.verb or 0]):
        if token.lemma in room.lexicon.referring and parse.tokens[token.index - 1].lower == "with":
            for to in parse.children(token.index, "prep"):
                yield from ((noun, token) for noun in parse.children(to.index, "pobj"))


def _citing_verbs(parse: Parse, draft: Draft, room: Room) -> Iterator[Token]:
    assert draft.voice is not None
    yield from (t for t in parse.children(draft.voice.head, "relcl") if t.lemma in room.lexicon.citing)
    for token in words_beside(parse, parse.tokens[draft.verb or 0]):
        beside = token.index > draft.voice.head or (token.dep == "advcl" and token.head == draft.verb)
        cue = parse.tokens[token.head]  # "Ann Lee said it holds, Northline reported citing the police": of Northline
        speakers = [t.index for t in parse.children(cue.index, "nsubj")]
        other = cue.lemma in room.lexicon.clause and cue.index != draft.verb and speakers
        if (
            token.lemma in room.lexicon.citing
            and token.tag == "VBG"
            and beside
            and (not other or draft.voice.head in speakers)
        ):
            yield token


def _speaks(noun: Token, room: Room) -> bool:
    named = noun.entity in ("PERSON", "ORG", "GPE", "NORP")
    return (
        named
        or noun.lemma in room.lexicon.persons
        or noun.lemma in room.lexicon.bodies
        or noun.lower in room.lexicon.bodies
    )


def _media_nouns(parse: Parse, draft: Draft, room: Room) -> Iterator[Token]:
    verb = parse.tokens[draft.verb or 0]
    yield from _of_speaker(parse, draft, room)
    governor = parse.tokens[verb.head]
    if verb.dep == "ccomp" and governor.lemma in room.lexicon.citing and governor.index > verb.index:
        yield from parse.children(governor.index, "nsubj")
    for report in parse.children(verb.index, "ccomp"):
        if report.lemma in room.lexicon.clause and report.start >= draft.content.end:
            nouns = parse.children(report.index, "nsubj", "dobj")  # "said he fled, reported the Herald"
            yield from (noun for noun in nouns if is_medium(parse, noun, room))
    if verb.lower not in room.lexicon.according:
        yield from _of_verb(parse, verb, draft, room)
        yield from _according(parse, verb, draft, room)
        yield from _spoken_before(parse, verb, room)
    yield from _quoted_by(parse, verb, draft, room)


def _of_speaker(parse: Parse, draft: Draft, room: Room) -> Iterator[Token]:
    """ "a source cited by the agency", "a reporter for the daily"."""
    if draft.voice is None:
        return
    head = parse.tokens[draft.voice.head]
    for verb in parse.children(head.index, "acl"):
        if verb.lemma in room.lexicon.quoting and (_in_content(head, draft) or not _in_content(verb, draft)):
            yield from _agents(parse, verb)
    for verb in parse.children(head.index, "relcl"):
        if verb.lemma in room.lexicon.anonymity:  # "a miner, whom the Herald did not name"
            yield from (t for t in parse.children(verb.index, "nsubj") if t.pos == "PROPN" or is_medium(parse, t, room))
        if verb.lemma in room.lexicon.citing and verb.tag == "VBN":
            yield from _agents(parse, verb)  # "the mayor, whose words are quoted by the Herald, said"
    for preposition in parse.children(head.index, "prep"):
        for noun in parse.children(preposition.index, "pobj"):
            of_medium = head.lemma in room.lexicon.reporters and preposition.lower in _OF
            if of_medium or (preposition.lower == "on" and is_medium(parse, noun, room)):
                yield noun


def _agents(parse: Parse, verb: Token) -> Iterator[Token]:
    for by in parse.children(verb.index, "agent", "prep"):
        if by.lower == "by":
            yield from parse.children(by.index, "pobj")


def _of_verb(parse: Parse, verb: Token, draft: Draft, room: Room) -> Iterator[Token]:
    """ "told the daily", "said on television", "said in an interview with the daily", "speaking on the radio, said"."""
    beside = parse.children(draft.voice.head, "acl") if draft.voice is not None else ()
    beside = (*parse.children(verb.index, "advcl"), *beside)  # "an officer, speaking on the radio, said"
    speaking = [t for t in beside if t.lemma in room.lexicon.speaking and t.tag == "VBG"]
    told = parse.children(verb.index, "dobj", "dative") if verb.lemma in room.lexicon.telling else ()
    nouns = list(told)
    for outer in (verb, *speaking):
        nouns += _placed(parse, outer)
    for noun in tuple(nouns):
        nouns += _placed(parse, noun)
        nouns += [
            t for v in parse.children(noun.index, "acl") if v.lemma in room.lexicon.quoting for t in _agents(parse, v)
        ]
    unknown = {n.index for n in told if _is_unknown_name(n, room)}
    for noun in nouns:
        medium = noun.index in unknown or is_medium(parse, noun, room)
        if medium and not _in_content(noun, draft) and (_passes_on(draft) or _is_called_medium(parse, noun, room)):
            yield noun


def _passes_on(draft: Draft) -> bool:
    """Any body may be told something; of "called on Northline to pay" and "blamed it on Northline" none hands it on."""
    return draft.stance != "asks" and draft.relation in TOLD


def _is_called_medium(parse: Parse, noun: Token, room: Room) -> bool:
    """A word for a medium stands in the name or is it: "asked on state television"."""
    words = parse.between(_narrow(parse, noun))
    return any(token.lower in room.lexicon.media or token.lemma in room.lexicon.media for token in words)


def _is_unknown_name(noun: Token, room: Room) -> bool:
    """ "told Northline": a name that is no person's, no body's that is told things, is mostly a medium's.

    One who is told something and nothing else in the whole report is a medium too, or works for one.
    """
    known = room.kinds.get(noun.index, noun.entity)
    named = [m for m in room.mentions if m.type == "PERSON" and noun.text in m.text.split()]
    persons = any(not _is_only_told(room, m) for m in named)
    listens = noun.lemma.lower() in room.lexicon.listeners or noun.lower in room.lexicon.bodies
    office = noun.lower in room.lexicon.persons
    kinds = ("", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART")
    return noun.tag == "NNP" and known in kinds and not (persons or listens or office)


def _is_only_told(room: Room, person: Mention) -> bool:
    tokens = room.parse.within(person.start, person.end)
    verbs = [room.parse.tokens[t.head] for t in tokens if t.dep in ("dobj", "dative")]
    return person.role is None and any(verb.lemma in room.lexicon.telling for verb in verbs)


def _placed(parse: Parse, head: Token) -> list[Token]:
    """Nouns after "on", "in", "to" and the like."""
    places = [p for p in parse.children(head.index, "prep", "dative") if p.lower in _PLACES]
    return [noun for place in places for noun in parse.children(place.index, "pobj")]


def _spoken_before(parse: Parse, verb: Token, room: Room) -> Iterator[Token]:
    """ "Witnesses spoke on the radio. One said …": the medium told earlier in the paragraph."""
    for number in range(verb.sentence - 1, max(verb.sentence - 1 - FURTHEST_SENTENCES, -1), -1):
        tokens = parse.between(parse.sentences[number])
        if not tokens or tokens[0].paragraph != verb.paragraph:
            return
        for root in tokens:
            speaks = root.dep == "ROOT" and root.lemma in room.lexicon.speaking
            if speaks and not (parse.children(root.index, "ccomp") or any(t.text in _MARKS for t in tokens)):
                yield from (noun for noun in _placed(parse, root) if is_medium(parse, noun, room))


def _according(parse: Parse, verb: Token, draft: Draft, room: Room) -> Iterator[Token]:
    """ "X said, according to the agency"."""
    for token in words_beside(parse, verb):
        if token.lower in room.lexicon.according and not _in_content(token, draft):
            for to in parse.children(token.index, "prep"):
                yield from parse.children(to.index, "pobj")
        as_per = token.lower in room.lexicon.per and parse.tokens[token.index - 1].lower == "as"
        if as_per and not _in_content(token, draft):
            yield from parse.children(token.index, "pobj")


def _quoted_by(parse: Parse, verb: Token, draft: Draft, room: Room) -> Iterator[Token]:
    """ "…, quoted by the portal"."""
    for token in words_beside(parse, verb):
        if (
            token.lemma in room.lexicon.quoting
            and token.tag == "VBN"
            and token.index > verb.index
            and not _in_content(token, draft)
        ):
            citing = token.lemma in room.lexicon.citing
            yield from (noun for noun in _agents(parse, token) if citing or is_medium(parse, noun, room))


def is_medium(parse: Parse, noun: Token, room: Room) -> bool:
    """Does the noun phrase name an agency, a paper, a broadcaster?"""
    words = parse.between(_narrow(parse, noun))
    if any(token.lemma.lower() in room.lexicon.listeners for token in words):
        return False
    own = noun.pos == "NOUN" and any(t.pos == "PRON" for t in parse.children(noun.index, "poss"))
    if own or (noun.pos == "NOUN" and noun.lemma in room.lexicon.vessels):
        return False  # "said on its website", "said in a post"
    if noun.lower in room.lexicon.media or noun.lemma in room.lexicon.media:
        return True
    if noun.lemma in room.lexicon.services:  # "the Northline’s Spanish service"
        return any(room.kinds.get(t.index, t.entity) == "ORG" for t in parse.children(noun.index, "poss", "compound"))
    known = room.kinds.get(noun.index, noun.entity)
    return noun.pos == "PROPN" and (known == "ORG" or any(token.lower in room.lexicon.media for token in words))


def _narrow(parse: Parse, noun: Token) -> Range:
    """The noun with the words before it that belong to its name."""
    own = [t.index for t in parse.children(noun.index, "compound", "amod", "nmod", "appos", "poss", "det")]
    return Range(min([noun.index, *own]), max([noun.index, *own]))
