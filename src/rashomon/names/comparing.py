"""How alike two words and two people's names are, for joining mentions: strict where a slip would merge two people."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from .folding import either, folding, forms_of, latin, listed, skeleton, sound, words_of

# Two words count as one from this on. Set on transliterated surnames (above) against surnames of one country that
# differ in a consonant (below).
SAME_WORD = 0.8
_TOGETHER = 0.95
_FORMS = 0.85  # one given name in two languages: "Petro" and "Pyotr"
_TOLD_SHORT = 0.85  # "Bill" and "William"
_SAME_SKELETON = 0.85  # one consonant frame, other vowels
_OTHER_FRAME = 0.85  # factor: a consonant that differs weighs more than a vowel
_HOPELESS = 0.5  # with neither surname even this alike the rest need not be compared
_FEW = 4  # letters; two Chinese or Korean names of so few differ in a vowel
_PUT_ON = "aiou"  # "Abbasi" is of Abbas; an "e" at the end is a French way of writing
_DOUBTFUL = 0.75
_SHORT = 3  # a word this short is no evidence unless it is equal
_LONG = 6  # letters; with fewer, another letter is another name
_STEM = 2  # letters of a father's name before the ending
_FATHER = 4  # letters of a father's name
_FAMILY = 3  # letters of a family name that stands first
_CACHED = 200_000


@lru_cache(_CACHED)
def word_score(left: str, right: str) -> float:
    """0..1, how surely two words are one name carried over differently."""
    if left == right:
        return 1.0
    a, b = sound(left), sound(right)
    if a == b or _is_listed(left, right) or _by_another_letter(left, right):
        return 0.97
    if min(len(a), len(b)) <= _SHORT:
        return 0.0 if a[:1] != b[:1] else 0.5 * OSA.normalized_similarity(a, b)
    alike: float = OSA.normalized_similarity(a, b)
    if skeleton(left) == skeleton(right):
        return max(_SAME_SKELETON, alike) if alike >= 0.5 else alike
    return alike * _OTHER_FRAME


@lru_cache(_CACHED)
def person_word_score(left: str, right: str) -> float:
    """The same of two words of people's names: few letters leave room for two names, and so does a vowel put on."""
    if _are_told_apart(left, right):
        return 0.0
    score = word_score(left, right)
    a, b = sorted((sound(left), sound(right)), key=len)
    doubtful = max(len(left), len(right)) <= _FEW or (b[:-1] == a and b[-1] in _PUT_ON)
    return min(score, _DOUBTFUL) if doubtful and a != b and not _is_listed(left, right) else score


def _by_another_letter(left: str, right: str) -> bool:
    """ "Qaddafi" and "Gaddafi": a letter that is carried over as either."""
    if max(len(left), len(right)) < _LONG:
        return False
    return sound(right) in _other_sounds(left) or sound(left) in _other_sounds(right)


@lru_cache(_CACHED)
def _other_sounds(word: str) -> frozenset[str]:
    """How a word sounds with each letter that may stand for another put as that."""
    return frozenset(sound(one.sub(put, word)) for one, put in either() if one.search(word))


def _are_told_apart(left: str, right: str) -> bool:
    """Two names that only sound alike: "Hassan" and "Hussein", "Petrov" and "Petrova"."""
    a, b = _apart_of().get(left), _apart_of().get(right)
    if a is not None and b is not None and a[0] == b[0]:
        return a != b
    if left[:1] != right[:1]:
        return False
    return _is_hers(left, right) or _is_hers(right, left)


def _is_listed(left: str, right: str) -> bool:
    """Two ways of writing one of the names that have to be told apart from others."""
    return left in _apart_of() and _apart_of()[left] == _apart_of().get(right)


def _is_hers(his: str, hers: str) -> bool:
    return not _stems(his, 0).isdisjoint(_stems(hers, 1))


@lru_cache(_CACHED)
def _stems(word: str, sex: int) -> frozenset[tuple[int, str]]:
    """A surname without each ending that only a man's (0), or only a woman's (1), has, and which ending that is."""
    endings = enumerate(pair[sex] for pair in folding()["hers"])
    return frozenset((number, word.removesuffix(ending)) for number, ending in endings if word.endswith(ending))


@lru_cache(1)
def _apart_of() -> dict[str, tuple[int, int]]:
    """Name -> its group of names that sound alike, and which of them it is."""
    groups = enumerate(folding()["apart"])
    return {form: (group, number) for group, names in groups for number, forms in enumerate(names) for form in forms}


@lru_cache(_CACHED)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles and without "Jr." and the like, the family last.

    >>> person_words("Dr. Ada de la Cruz")
    ('ada', 'de', 'la', 'cruz')
    >>> person_words("Berg A.B.")
    ('a', 'b', 'berg')
    """
    words = words_of(name)
    while len(words) > 1 and words[0] in listed("titles"):
        words = words[1:]
    words = words[1:] if len(words) > 2 and words[0] in listed("short_titles") else words
    words = _glued(words[:-1] if len(words) > 2 and words[-1] in folding()["generations"] else words)
    if len(words) == 2 and _is_servant_of(name, words):
        return (f"abdul{words[1]}",)
    return (*words[1:], words[0]) if _opens_with_family(name, words) else words


def _glued(words: Sequence[str]) -> tuple[str, ...]:
    """ "Abdel Hamid", "Abd al-Hamid" and "Nur ad-Din" as one word each; "Abdul Berg" has a given name and a surname."""
    servants, articles = listed("servants"), listed("faith_articles")
    found = list[str]()
    index = 0
    while index < len(words):
        end = index + 1
        if words[index] in servants and (index or len(words) > 2):
            while end < len(words) - 1 and words[end] in listed("servant_articles"):
                end += 1
            found.append("abdul" + "".join(words[end : end + 1]))
            index = end + 1
            continue
        if words[index] in listed("faiths") and len(found) > 1 and found[-1] in articles:
            found.pop()
            found[-1] += "eddin"
        elif found and words[index] in articles and len(words[index]) > _FAMILY:
            found[-1] += "eddin"
        else:
            found.append(words[index])
        index = end
    return tuple(found)


def _is_servant_of(name: str, words: Sequence[str]) -> bool:
    """ "Abdel-Fattah" alone, with a hyphen: one name; with a space it may be a given name and a surname."""
    return words[0] in listed("servants") and not any(c.isspace() for c in name.strip())


def alone(words: tuple[str, ...]) -> str | None:
    """What a name is as a surname alone: one word, or "Abdel Fattah" as one."""
    if len(words) == 2 and words[0] in listed("servants"):
        return f"abdul{words[1]}"
    return words[0] if len(words) == 1 else None


def _opens_with_family(name: str, words: Sequence[str]) -> bool:
    """ "Berg A.B.", "BERG Ada", "Berg Ada Bertilovich", "Berg Ada Bertil oglu": nothing but the order tells it."""
    if len(words) < 2 or len(words[0]) < _FAMILY:
        return False
    initials = all(len(word) == 1 for word in words[1:])
    first, *rest = name.split()
    loud = first.isupper() and len(first) >= _FAMILY and all(word.istitle() for word in rest)
    fathers = len(words) > 2 and is_patronymic(words[-1])
    return initials or loud or fathers or is_fathers_word(words[-1])


def is_fathers_word(word: str) -> bool:
    """A small word that makes a patronymic of the name before it: "oglu", as printed or folded."""
    return latin(word) in listed("patronymics")


def is_patronymic(word: str) -> bool:
    """ "Bertilovich", or the small word of "Bertil oglu"."""
    told = latin(word)
    ending = next((end for end in folding()["patronymic_endings"] if told.endswith(end)), "")
    return is_fathers_word(word) or (bool(ending) and len(told) >= len(ending) + _STEM)


def generation_of(name: str) -> str | None:
    """Which of several of one name, where it is told: "Ada Berg Jr." and "Ada Berg, Sr" are two.

    >>> generation_of("Ada Berg Jr.")
    'jr'
    """
    words = words_of(name)
    return folding()["generations"].get(words[-1]) if len(words) > 2 else None


def is_particle(word: str) -> bool:
    """A small word inside people's names: "bin", "de"."""
    return word in listed("particles")


def surname_of(words: Sequence[str]) -> str:
    """The last word, which names the family in most of the press."""
    return words[-1] if words else ""


def given_score(left: Sequence[str], right: Sequence[str]) -> float:
    """How well the given names of two people with one surname agree; an initial agrees with what it begins.

    Particles are no given names; where one side has none, nothing speaks against the other.
    """
    particles = listed("particles")
    a = [word for word in left if word not in particles]
    b = [word for word in right if word not in particles]
    if not a or not b:
        return 1.0
    if sound("".join(a)) == sound("".join(b)):
        return _TOGETHER
    shorter, longer = sorted((a, b), key=len)
    placed = combinations(range(len(longer)), len(shorter))  # in their order: "Ada Mila" is not "Mila Ada"
    return max(
        min(
            _given(word, longer[at], at == number)
            for number, (word, at) in enumerate(zip(shorter, places, strict=True))
        )
        for places in placed
    )


def _given(left: str, right: str, in_place: bool) -> float:
    """An initial stands only for the name in its place."""
    if min(len(left), len(right)) == 1 and not in_place:
        return 0.0
    if min(len(left), len(right)) == 1:
        return 0.9 if _begins(left, right) or _begins(right, left) else 0.0
    if _form(left) is not None and _form(left) == _form(right):
        return _FORMS
    return max(person_word_score(left, right), _TOLD_SHORT if told_short(left, right) else 0.0)


def _begins(initial: str, name: str) -> bool:
    """The letter begins the name, or the name in another language: "M" is "Nikolai" as "Mykola"."""
    if len(initial) > 1:
        return False
    form = _form(name)
    others = _firsts_of()[form[1]] if form is not None else frozenset()
    return initial == name[0] or sound(initial)[:1] == sound(name)[:1] or initial in others


@lru_cache(1)
def _firsts_of() -> dict[int, frozenset[str]]:
    """With which letters the forms of each given name begin."""
    return {number: frozenset(form[0] for form in forms) for number, forms in enumerate(folding()["given_forms"])}


@lru_cache(_CACHED)
def _form(word: str) -> tuple[bool, int] | None:
    """Which given name a word is in another language, or whether it is its patronymic: "Petro", "Petrovych"."""
    forms = forms_of()
    if word in forms:
        return False, forms[word]
    if not word.endswith(tuple(folding()["patronymic_endings"])):
        return None
    fathers = ((form.rstrip("iyo"), number) for form, number in forms.items())
    told = [(len(form), -number) for form, number in fathers if len(form) >= _FATHER and word.startswith(form)]
    return (True, -max(told)[1]) if told else None


def told_short(left: str, right: str) -> bool:
    """One given name is what bearers of the other are called: "Bill" for "William"."""
    return right in _nicknames().get(left, ()) or left in _nicknames().get(right, ())


@lru_cache(1)
def _nicknames() -> dict[str, frozenset[str]]:
    return {line[0]: frozenset(line[1:]) for line in folding()["nicknames"]}


def people_score(left: str, right: str) -> float:
    """0..1, how surely two full names of people are one person's."""
    a, b = person_words(left), person_words(right)
    if len(a) < 2 or len(b) < 2:
        return 0.0
    if _run_together(a) == _run_together(b):
        return _TOGETHER
    surnames, crossed = person_word_score(surname_of(a), surname_of(b)), person_word_score(a[0], b[-1])
    if max(surnames, crossed) < _HOPELESS:
        return 0.0
    straight = min(surnames, given_score(a[:-1], b[:-1])) if surnames else 0.0
    # Some papers put the family first, so one name may be the other turned round.
    if min(crossed, backwards := person_word_score(a[-1], b[0])) <= straight:
        return straight
    return max(straight, min(crossed, given_score(a[1:], b[:-1]), backwards))


def _run_together(words: Sequence[str]) -> str:
    """A name as one word, for "Seo Jaemin" and "Seo Jae-min": the family first, so that no border moves."""
    return f"{sound(words[0])} {sound(''.join(words[1:]))}"


@lru_cache(_CACHED)
def squashed(name: str) -> str:
    """A body's name as one string without articles and marks: "BFM-TV" and "BFMTV" are one."""
    words = words_of(name)
    if _shortened().isdisjoint(words):
        return "".join(words)
    alike = _short_words()
    return "".join(alike.get(word, word) for word in _abbreviated(words) if word != "the")


@lru_cache(1)
def _shortened() -> frozenset[str]:
    """The words that `squashed` leaves out, or puts shorter by themselves or with the next."""
    return frozenset({"the", *_short_words(), *(first for first, _ in _short_pairs())})


def _abbreviated(words: Sequence[str]) -> list[str]:
    """The words, with two that are mostly told by letters told so: "united nations" is "un"."""
    pairs, found = _short_pairs(), list[str]()
    for word in words:
        if found and (found[-1], word) in pairs:
            found[-1] = pairs[found[-1], word]
        else:
            found.append(word)
    return found


@lru_cache(1)
def _short_pairs() -> dict[tuple[str, str], str]:
    phrases = ((long.split(), line[0]) for line in folding()["short_words"] for long in line)
    return {(words[0], words[1]): short for words, short in phrases if len(words) == 2}


@lru_cache(1)
def _short_words() -> dict[str, str]:
    return {long: line[0] for line in folding()["short_words"] for long in line if " " not in long}
