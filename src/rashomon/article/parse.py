"""The one module that touches the NLP library; it gives our own `Parse`, whose offsets are the document's."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any  # Any: the library's types stay in this module

from threadpoolctl import ThreadpoolController

from ..errors import MissingExtra, UnknownName
from .layout import Block

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

# Breaks inside a paragraph are layout: the parser is given a space instead, which moves no offset.
_FLAT = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2028": " ", "\u2029": " "})
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, from broken JSON; the library cannot encode it


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its place in the sentence's dependency tree (Universal POS, ClearNLP/CLEAR labels)."""

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str  # Universal part of speech
    tag: str  # Penn Treebank tag
    dep: str  # dependency label to the head
    head: int  # index of the head; its own for a root
    entity: str  # the parser's entity label, "" outside
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens `first` to `last`, both inclusive; `label` is the entity type for entities."""

    first: int
    last: int
    label: str = ""


@dataclass(frozen=True)
class Parse:
    """The parse of a document's own paragraphs."""

    text: str  # the document's whole text
    tokens: tuple[Token, ...]
    sentences: tuple[Range, ...]
    paragraphs: tuple[Block, ...]
    entities: tuple[Range, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _children(self) -> list[tuple[Token, ...]]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        return [tuple(found) for found in children]

    @cached_property
    def _edges(self) -> list[tuple[int, int]]:
        """First and last token of each token's subtree."""
        edges = [(token.index, token.index) for token in self.tokens]
        for index in sorted(range(len(self.tokens)), key=self._depths.__getitem__, reverse=True):
            head = self.tokens[index].head
            edges[head] = (min(edges[head][0], edges[index][0]), max(edges[head][1], edges[index][1]))
        return edges

    @cached_property
    def _depths(self) -> list[int]:
        depths = [-1] * len(self.tokens)
        for index in range(len(self.tokens)):
            path = []
            at = index
            while depths[at] < 0 and self.tokens[at].head != at:
                path.append(at)
                at = self.tokens[at].head
            depth = max(depths[at], 0)
            depths[at] = depth
            for step in reversed(path):
                depth += 1
                depths[step] = depth
        return depths

    def depth(self, index: int) -> int:
        """How many heads stand above a token."""
        return self._depths[index]

    def children(self, index: int, *deps: str) -> tuple[Token, ...]:
        """Direct dependents in order of the text, all or those with one of the labels."""
        found = self._children[index]
        return tuple([token for token in found if token.dep in deps]) if deps and found else found

    def ancestors(self, index: int) -> Iterator[Token]:
        """Heads from the nearest to the root."""
        while (head := self.tokens[index].head) != index:
            yield self.tokens[head]
            index = head

    def subtree(self, index: int) -> Range:
        """The tokens from the first to the last of a token's subtree."""
        return Range(*self._edges[index])

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that lie wholly in `[start, end)`."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(token for token in self.tokens[first:last] if token.end <= end)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.tokens[at] if at >= 0 and offset < self.tokens[at].end else None

    def sentence_of(self, token: Token) -> Range:
        return self.sentences[token.sentence]

    def between(self, span: Range) -> tuple[Token, ...]:
        """The tokens of a range."""
        return self.tokens[span.first : span.last + 1]

    def offsets(self, span: Range) -> tuple[int, int]:
        """Start and end of a range in the document's text."""
        return self.tokens[span.first].start, self.tokens[span.last].end

    def quote(self, span: Range) -> str:
        """The document's words of a range."""
        start, end = self.offsets(span)
        return self.text[start:end]


class Parser:
    """An installed pipeline; loading it takes a second, so it is kept (see `parser_for`)."""

    def __init__(self, pipeline: "Pipeline") -> None:
        self._pipeline = pipeline
        self._rules = {name: _Rules(part) for name, part in pipeline.pipeline if _Rules.are_of(part)}
        self._by_steps = frozenset(name for name, part in pipeline.pipeline if _decides_by_steps(part))
        self._arithmetic = ThreadpoolController().select(user_api="blas")

    def parse(self, text: str, paragraphs: Iterable[Block]) -> Parse:
        """Parse the given paragraphs of a text, each for itself, in one batch."""
        kept = tuple(paragraphs)
        # One batch a document: the numbers, and so the parse, do not depend on which documents share a worker.
        pieces = tuple(_pieces(kept))
        flat = [_SURROGATE.sub("?", text[piece.start : piece.end].translate(_FLAT)) for piece in pieces]
        # In one thread: matrices as small as these take longer in several, and sums come out the same on any machine.
        with self._arithmetic.limit(limits=1):
            return _assemble(text, kept, pieces, self._run(flat))

    def _run(self, texts: list[str]) -> list[Any]:
        """The texts parsed by each component in turn, all in one batch."""
        docs = [self._pipeline.make_doc(text) for text in texts]
        for name, component in self._pipeline.pipeline:
            if name in self._by_steps:
                component.set_annotations(docs, _steps(component, docs))
            elif name in self._rules:
                self._rules[name].annotate(docs)
            elif hasattr(component, "pipe"):
                docs = list(component.pipe(docs, batch_size=max(len(docs), 1)))
            else:
                docs = [component(doc) for doc in docs]
        return docs


@cache
def parser_for(name: str) -> Parser:
    """The parser of that pipeline, loaded once a process."""
    try:
        import spacy
    except ImportError as problem:  # pragma: no cover - a broken installation
        raise MissingExtra("spacy", "dev") from problem
    try:
        with _fast_arithmetic():
            return Parser(spacy.load(name))
    except OSError as problem:
        raise UnknownName("spaCy pipeline", name, spacy.util.get_installed_models()) from problem


@contextmanager
def _fast_arithmetic() -> Iterator[None]:
    """A pipeline that is loaded within multiplies by NumPy: three times as fast as by the library's own portable code.

    Half of the time of a parse is multiplying. A faster backend of the machine is kept.
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops

    with use_ops("numpy", use_blis=False) if type(get_current_ops()) is NumpyOps else nullcontext():
        yield


def _decides_by_steps(component: Any) -> bool:
    """It takes one step after the other, each with all its choices open, and on this processor."""
    from spacy.pipeline.transition_parser import Parser as StepByStep
    from thinc.api import NumpyOps

    if not isinstance(component, StepByStep) or not isinstance(component.model.ops, NumpyOps):
        return False
    kind = component.model.attrs
    return component.cfg["beam_width"] == 1 and kind["has_upper"] and not kind["unseen_classes"]


def _steps(component: Any, docs: list[Any]) -> list[Any]:
    """What its `predict` does, without letting go of Python's lock.

    `predict` lets go of it and takes it back hundreds of times a token, to look whether an error has occurred: that is
    half of the time that finding entities takes.
    """
    states = list(component.moves.init_batch(docs))
    undecided = [state for state in states if not state.is_final()]
    if not undecided:
        return states
    model = component.model.predict(docs)
    weights, bias = (model.vec2scores.get_param(name) for name in ("W", "b"))
    while undecided:
        seen = model.state2vec.predict(model.get_token_ids(undecided))
        undecided = component.transition_states(undecided, seen @ weights.T + bias)
    return states


class _Rules:
    """The library's rules from tags to parts of speech, kept for each word in each role.

    The library tries its two hundred rules on every token; all but a few are about one token, and about nothing but its
    word, tag and role.
    """

    SEEN = ("LOWER", "TAG", "DEP")
    MOST = 1 << 16  # words in roles that are kept, some ten megabytes; a report has two hundred

    def __init__(self, ruler: Any) -> None:
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._of_several = Matcher(ruler.vocab, validate=False)
        for number, rule in enumerate(ruler.patterns):
            if longer := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
                self._of_several.add(str(number), longer)

    @classmethod
    def are_of(cls, component: Any) -> bool:
        """Whether a component's rules look at nothing but a word, its tag and its role."""
        from spacy.pipeline import AttributeRuler

        if not isinstance(component, AttributeRuler):
            return False
        tokens = (token for rule in component.patterns for pattern in rule["patterns"] for token in pattern)
        return all(token.keys() <= {*cls.SEEN, "IS_SPACE"} for token in tokens)

    def annotate(self, docs: list[Any]) -> None:
        """What the library's own component does."""
        for doc in docs:
            numbers = self._ruler.vocab.strings
            found = [(int(numbers[rule]), rule, first, end) for rule, first, end in self._matches(doc)]
            self._ruler.set_annotations(doc, sorted(found))

    def _matches(self, doc: Any) -> Iterator[tuple[int, int, int]]:
        yield from self._of_several(doc, allow_missing=True)
        for index, seen in enumerate(map(tuple, doc.to_array(self.SEEN).tolist())):
            if seen not in self._known:
                if len(self._known) >= self.MOST:
                    self._known.clear()
                alone = self._ruler.matcher(doc[index : index + 1], allow_missing=True)
                self._known[seen] = tuple(rule for rule, _, _ in alone)
            yield from ((rule, index, index + 1) for rule in self._known[seen])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of a paragraph that is parsed for itself."""

    start: int
    end: int
    paragraph: int


def _pieces(paragraphs: Iterable[Block]) -> Iterator[_Piece]:
    """A dateline is parsed apart: it is no part of the first sentence, and would be taken for its subject."""
    for number, block in enumerate(paragraphs):
        lead = block.lead or block.start
        if lead > block.start:
            yield _Piece(block.start, lead, number)
        yield _Piece(lead, block.end, number)


def _assemble(text: str, paragraphs: tuple[Block, ...], pieces: Iterable[_Piece], parsed: Iterable[Any]) -> Parse:
    tokens: list[Token] = []
    sentences: list[Range] = []
    entities: list[Range] = []
    for piece, doc in zip(pieces, parsed, strict=True):
        index_of = {t.i: len(tokens) + k for k, t in enumerate(t for t in doc if not t.is_space)}
        base = len(sentences)
        for offset, sentence in enumerate(s for s in _sentences(doc, index_of)):
            sentences.append(Range(index_of[sentence[0].i], index_of[sentence[-1].i]))
            tokens.extend(_token(t, text, piece, index_of, base + offset) for t in sentence)
        for entity in doc.ents:
            inside = [index_of[t.i] for t in entity if t.i in index_of]
            if inside:
                entities.append(Range(inside[0], inside[-1], entity.label_))
    return Parse(text, tuple(tokens), tuple(sentences), paragraphs, tuple(entities))


def _sentences(doc: Any, index_of: dict[int, int]) -> Iterator[list[Any]]:
    for sentence in doc.sents:
        words = [t for t in sentence if t.i in index_of]
        if words:
            yield words


def _token(t: Any, text: str, piece: _Piece, index_of: dict[int, int], sentence: int) -> Token:
    start = piece.start + t.idx
    head = t.head
    while head.i not in index_of and head.head.i != head.i:
        head = head.head
    return Token(
        index=index_of[t.i],
        start=start,
        end=start + len(t),
        text=text[start : start + len(t)],
        lower=t.lower_,
        lemma=t.lemma_,
        pos=t.pos_,
        tag=t.tag_,
        dep=t.dep_,
        head=index_of.get(head.i, index_of[t.i]),
        entity=t.ent_type_,
        sentence=sentence,
        paragraph=piece.paragraph,
    )
