"""Attribution by other words than a sentence's verb: "according to X", "as X put it", "the claim that …"."""

from collections.abc import Iterator

from ...records import Span
from ..parse import Parse, Range, Token
from .clauses import clause_span, subject_of, tokens_span, voice_of
from .clipping import last_word
from .draft import Draft, Voice
from .lexicon import Lexicon
from .voices import owner_of, told_at, voice_of_cue, voice_of_noun

LONGEST_QUOTED = 12  # words of ", which quotes …,"


def phrase_drafts(parse: Parse, lexicon: Lexicon) -> Iterator[Draft]:
    """A draft for each such phrase."""
    for token in parse.tokens:
        if token.lower in lexicon.according:
            yield from _according(parse, token, lexicon)
        elif token.lemma in lexicon.as_verbs and token.dep == "advcl":
            yield from _as_said(parse, token, lexicon)
        elif token.dep == "advmod" and token.lower in lexicon.adverbs:
            yield from _adverb(parse, token, lexicon)
        elif token.lower in lexicon.adjectives and token.dep in ("acomp", "ROOT", "ccomp", "conj"):
            yield from _conviction(parse, token, lexicon)
        elif token.pos == "NOUN" and token.lemma in lexicon.nouns:
            yield from _noun(parse, token, lexicon)
        if token.dep == "pobj" and token.lower in lexicon.in_words:
            yield from _in_words(parse, token, lexicon)


def _according(parse: Parse, token: Token, lexicon: Lexicon) -> Iterator[Draft]:
    to = next(iter(parse.children(token.index, "prep")), None)
    noun = next(iter(parse.children(to.index, "pobj")), None) if to is not None else None
    if to is None or noun is None or _in_brackets(parse, token) or noun.lemma in lexicon.unsourced:
        return
    inner = _told_inside(parse, token, noun)
    if inner is not None:
        yield inner
        return
    if noun.lemma in lexicon.tidings and any(t.lower in lexicon.own for t in parse.children(noun.index, "poss")):
        return  # "according to our information"
    medium = voice_of_noun(parse, noun, token, lexicon)
    quoted, last = _whom_it_quotes(parse, medium, lexicon)
    phrase = Range(token.index, last) if last is not None else _without_subject(parse, parse.subtree(token.index))
    medium = _within(parse, medium, phrase)
    content = _rest(parse, token, phrase)
    if content is not None:
        voice, via = (quoted, (medium,)) if quoted is not None else (medium, ())
        yield Draft(content, "says", "indirect", Range(token.index, to.index), token.index, voice, via, "according")


def _without_subject(parse: Parse, phrase: Range) -> Range:
    """ "According to the agency, Ann Lee of the board was hurt", of which the parser makes an agency called Ann Lee."""
    behind = parse.tokens[phrase.last + 1 : phrase.last + 2]
    commas = [t.index for t in parse.between(phrase) if t.text == ","]
    opens = phrase.first == parse.sentence_of(parse.tokens[phrase.first]).first
    if not (opens and commas and behind and behind[0].tag in ("VBD", "VBZ", "VBP", "MD")):
        return phrase
    subject = any(t.index > phrase.last for t in parse.children(behind[0].head, "nsubj", "nsubjpass", "expl"))
    return phrase if subject else Range(phrase.first, commas[0] - 1)


def _within(parse: Parse, voice: Voice, phrase: Range) -> Voice:
    """The voice, as far as the phrase goes."""
    end = parse.tokens[phrase.last].end
    return voice if voice.span.end <= end else Voice(Span(voice.span.start, end), voice.head)


def _told_inside(parse: Parse, token: Token, noun: Token) -> Draft | None:
    """ "which according to the board measured 7.0", of which the parser makes a board that measured."""
    relative = token.index > 0 and parse.tokens[token.index - 1].tag in ("WDT", "WP")
    for verb in parse.children(noun.index, "acl", "relcl") if relative else ():
        span = parse.subtree(verb.index)
        if verb.tag in ("VBD", "VBZ") and span.first == verb.index:
            content = tokens_span(parse, span.first, span.last)
            voice = Voice(Span(parse.tokens[parse.subtree(noun.index).first].start, noun.end), noun.index)
            cue = Range(token.index, token.index + 1)
            return Draft(content, "says", "indirect", cue, token.index, voice, (), "according") if content else None
    return None


def _in_brackets(parse: Parse, token: Token) -> bool:
    """An aside in brackets has a source of its own, not the sentence around it."""
    start, _ = parse.offsets(parse.sentence_of(token))
    before = parse.text[start : token.start]
    return before.count("(") > before.count(")")


def _whom_it_quotes(parse: Parse, medium: Voice, lexicon: Lexicon) -> tuple[Voice | None, int | None]:
    """ "according to the daily, which quotes the mayor, …": the mayor, and the last token of it all."""
    at = next((t.index + 1 for t in reversed(parse.within(medium.span.start, medium.span.end))), len(parse.tokens))
    words = parse.tokens[at : at + LONGEST_QUOTED]
    if (
        len(words) < 4
        or words[0].text != ","
        or words[1].tag not in ("WDT", "WP")
        or words[2].lemma not in lexicon.citing
    ):
        return None, None
    nouns = [t for t in words[3:] if t.pos in ("NOUN", "PROPN", "PRON")]
    comma = next((t for t in words[3:] if t.text == ","), None)
    if comma is None or not nouns or nouns[0].index > comma.index:
        return None, None
    name = [t for t in nouns if t.index < comma.index]
    return Voice(Span(words[3].start, name[-1].end), name[-1].index), comma.index


def _rest(parse: Parse, token: Token, phrase: Range) -> Span | None:
    """The sentence beside the phrase; where the phrase stands inside it, all of the sentence."""
    sentence = parse.sentence_of(token)
    clause = parse.subtree(token.head)
    if _closes_inner_clause(parse, token, clause, phrase):
        return tokens_span(parse, clause.first, phrase.first - 1)
    if clause.first > sentence.first and _opens_inner_clause(parse, token, clause, phrase):
        return tokens_span(parse, phrase.last + 1, clause.last)
    before = _clause_before(parse, sentence, phrase)
    if phrase.first == sentence.first or before is None:
        return tokens_span(parse, phrase.last + 1, sentence.last)
    if _is_last(parse, sentence, phrase):
        return before
    return tokens_span(parse, sentence.first, sentence.last)


def _closes_inner_clause(parse: Parse, token: Token, clause: Range, phrase: Range) -> bool:
    """ "…, which left two dead according to the hospital": no comma parts it from the clause that alone is theirs."""
    inner = parse.tokens[token.head].dep == "relcl" and parse.tokens[clause.first - 1].text == ","
    closes = clause.first < phrase.first - 1 and phrase.last >= clause.last
    return inner and closes and parse.tokens[phrase.first - 1].text != ","


def _opens_inner_clause(parse: Parse, token: Token, clause: Range, phrase: Range) -> bool:
    """ "in Odrin, where according to witnesses nine died": the clause alone is theirs."""
    before = parse.tokens[clause.first : phrase.first]
    inner = parse.tokens[token.head].dep in ("relcl", "advcl", "ccomp", "acl") and bool(before)
    return (
        inner
        and clause.first < phrase.first <= phrase.last < clause.last
        and all(t.pos in ("PUNCT", "SCONJ") or t.tag in ("WDT", "WP", "WRB", "IN") for t in before)
    )


def _clause_before(parse: Parse, sentence: Range, phrase: Range) -> Span | None:
    return tokens_span(parse, sentence.first, phrase.first - 1)


def _is_last(parse: Parse, sentence: Range, phrase: Range) -> bool:
    rest = parse.tokens[phrase.last + 1 : sentence.last + 1]
    return all(t.pos == "PUNCT" for t in rest) or (len(rest) > 1 and rest[0].text == "," and rest[1].tag == "VBG")


def _as_said(parse: Parse, verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """ "As she put it, …": the clause it hangs on."""
    marks = [t for t in parse.children(verb.index, "mark", "advmod") if t.lower == "as"]
    place = told_at(parse, verb, lexicon)
    noun = place or subject_of(parse, verb)
    objects = [t for t in parse.children(verb.index, "dobj") if t.index > verb.index and t.pos != "PRON"]
    bare = any(t.pos in ("NOUN", "ADJ", "NUM") for t in parse.tokens[verb.index + 1 : verb.index + 2])
    # "even as they note the links to the firm", "as council declares win"
    own = (bool(objects) or bare) and verb.lemma not in lexicon.telling
    if not marks or noun is None or own or parse.children(verb.index, "ccomp"):
        return
    content = clause_span(parse, parse.tokens[verb.head], verb, lexicon)
    phrase = parse.subtree(verb.index)
    if content is not None and phrase.first == parse.sentence_of(verb).first:
        content = tokens_span(parse, phrase.last + 1, parse.sentence_of(verb).last)
    if content is not None:
        cue, voice = Range(verb.index, verb.index), voice_of(parse, noun, verb)
        told = parse.children(verb.index, "nsubjpass") if place is not None else ()
        via = tuple(voice_of(parse, t, verb) for t in told if t.pos == "PROPN")
        yield Draft(content, "says", "indirect", cue, verb.index, voice, via, "as")


def _in_words(parse: Parse, noun: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """ "In her words, it rains", "in the opinion of the mayor, it rains"."""
    opening = parse.tokens[noun.head]
    phrase = parse.subtree(opening.index)
    of = (t for of in parse.children(noun.index, "prep") for t in parse.children(of.index, "pobj"))
    owner = next(iter((*parse.children(noun.index, "poss"), *of)), None)
    first = phrase.first == parse.sentence_of(noun).first and opening.lower in lexicon.told_by
    behind = parse.tokens[phrase.last + 1 : phrase.last + 2]
    if owner is None or not first or not behind or behind[0].text != ",":
        return
    content = tokens_span(parse, phrase.last + 1, parse.sentence_of(noun).last)
    if content is not None and owner.lower not in lexicon.reporter:
        stance = lexicon.nouns.get(noun.lemma, "says")
        yield Draft(
            content,
            stance,
            "indirect",
            Range(noun.index, noun.index),
            noun.index,
            voice_of(parse, owner),
            (),
            "according",
        )


def _conviction(parse: Parse, adjective: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """ "The mayor is convinced that …"."""
    verb = parse.tokens[adjective.head] if adjective.dep == "acomp" else adjective
    noun = next(iter(parse.children(verb.index, "nsubj", "nsubjpass")), None)
    clause = next((t for t in parse.children(adjective.index, "ccomp") if t.index > adjective.index), None)
    if noun is None or clause is None or noun.lower in lexicon.reporter or parse.children(verb.index, "neg"):
        return
    content = clause_span(parse, clause, adjective, lexicon)
    if content is not None:
        stance, cue = lexicon.adjectives[adjective.lower], Range(adjective.index, adjective.index)
        yield Draft(content, stance, "indirect", cue, adjective.index, voice_of(parse, noun, verb), (), "clause")


def _noun(parse: Parse, noun: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """ "the claim that …"; the noun's owner speaks, or, where it has none, the noun itself names the source."""
    head = _said_by_noun(parse, noun, lexicon)
    if head is None:
        return
    content = clause_span(parse, head, noun, lexicon)
    untrue = _untrue(parse, noun, lexicon)
    judge = _judge(parse, noun, lexicon)
    disputed = judge is not None or untrue is not None
    told = noun.lemma in lexicon.vessels or lexicon.nouns[noun.lemma] in ("says", "confirms")
    owner = None if disputed else owner_of(parse, noun, lexicon.quoting, told=told)
    voice = voice_of(parse, owner or noun, parse.tokens[parse.subtree(head.index).first])
    if judge is None and any(t.lower in lexicon.nobody for t in parse.children(noun.index, "det")):
        return  # "there is no guarantee that"
    if content is None or parse.tokens[voice.head].lower in lexicon.reporter:
        return
    yield Draft(content, lexicon.nouns[noun.lemma], "indirect", Range(noun.index, noun.index), noun.index, voice)
    if judge is not None:
        stance = lexicon.clause.get(judge.lemma, "denies")
        cue = Range(judge.index, judge.index)
        yield Draft(content, stance, "indirect", cue, judge.index, voice_of_cue(parse, judge, lexicon))
    elif untrue is not None:
        cue = Range(untrue.index, untrue.index)
        yield Draft(content, "denies", "indirect", cue, untrue.index, None, anonymous=True)


def _untrue(parse: Parse, noun: Token, lexicon: Lexicon) -> Token | None:
    """The word by which the report in its own voice calls the claim wrong: "a false report"."""
    return next((t for t in parse.children(noun.index, "amod") if t.lower in lexicon.untrue), None)


def _said_by_noun(parse: Parse, noun: Token, lexicon: Lexicon) -> Token | None:
    """The head of what the noun says: its "that" clause, or, where it is denied, what it is "of"."""
    for clause in parse.children(noun.index, "acl", "ccomp", "relcl"):
        if any(t.lower == "that" for t in parse.children(clause.index, "mark")):
            return clause
    governor = parse.tokens[noun.head]
    if noun.dep == "dobj" and governor.lemma not in lexicon.clause:
        for clause in parse.children(governor.index, "ccomp"):  # "gave a warning that …", tied to the giving
            if clause.index > noun.index and any(t.lower == "that" for t in parse.children(clause.index, "mark")):
                return clause
    doubted = _untrue(parse, noun, lexicon) is not None or noun.lemma in lexicon.doubtful
    judged = _judge(parse, noun, lexicon) is not None and lexicon.nouns[noun.lemma] not in ("asks", "promises")
    if doubted or judged:
        inside = parse.tokens[noun.index : parse.subtree(noun.index).last + 1]
        own = [t for t in parse.children(noun.index, "prep") if t.lower in ("of", "about")]
        of = next(iter(own or [t for t in inside if t.lower == "of" and t.dep == "prep"]), None)
        return next(iter(parse.children(of.index, "pobj", "pcomp")), None) if of is not None else None
    return None


def _judge(parse: Parse, noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that denies or confirms what the noun says."""
    governor = parse.tokens[noun.head]
    judged = noun.dep == "dobj" or (noun.dep == "nsubjpass" and parse.children(governor.index, "agent"))
    return governor if judged and governor.lemma in lexicon.disputing else None


def _adverb(parse: Parse, adverb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """ "reportedly": the clause it stands in is somebody's, nobody tells whose."""
    verb = parse.tokens[adverb.head]
    if verb.pos not in ("VERB", "AUX"):
        return
    span = parse.subtree(verb.index)
    first = next((t.index for t in parse.between(span) if t.head != adverb.index and not _opens_clause(t)), span.first)
    content = tokens_span(parse, first, last_word(parse, verb, adverb, span.last, lexicon))
    if content is not None:
        stance, cue = lexicon.adverbs[adverb.lower], Range(adverb.index, adverb.index)
        yield Draft(content, stance, "indirect", cue, adverb.index, None, (), "adverb", True)


def _opens_clause(token: Token) -> bool:
    """Words that tie a clause to the one before: "in which", "that", a comma."""
    return token.pos in ("PUNCT", "SCONJ", "CCONJ", "ADP") or token.tag in ("WDT", "WP", "WRB")
