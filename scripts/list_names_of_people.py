r"""Write languages/en/people.toml: given names and surnames that many bear, from counts of a census.

    python scripts/list_names_of_people.py dist.female.first dist.male.first dist.all.last \
        > src/rashomon/languages/en/people.toml

The three files are of the census of the United States of 1990, in the public domain; the package `names` on PyPI
holds them. Each line is a name, the share of people that bear it in per cent, the running sum, and the rank.
"""

import sys
import textwrap
import tomllib
from pathlib import Path

COMMON = Path(__file__).parent.parent / "src/rashomon/languages/en/commonness.toml"
LEAST_GIVEN = 0.002  # per cent; a rarer given name is as often a slip of the count
ONE_SEX = 50  # times as many bear it: "andrea", a woman's in America for 39 of 40, is a man's elsewhere
LEAST_SURNAME = 0.006  # per cent: two thousand names, borne by half of all
SHORTEST = 3  # letters; shorter ones are particles and letters of something


def main(women: str, men: str, surnames: str) -> None:
    common = frozenset(tomllib.loads(COMMON.read_text(encoding="utf-8"))["words"])
    female, male = shares(women), shares(men)
    given = borne(female, LEAST_GIVEN) | borne(male, LEAST_GIVEN)
    of_women = {name for name in given if female.get(name, 0) >= ONE_SEX * male.get(name, 0)}
    of_men = {name for name in given if male.get(name, 0) >= ONE_SEX * female.get(name, 0)}
    print("# Names that many people bear, in small letters: of the census of the United States of 1990, in the public")
    print("# domain. Made by scripts/list_names_of_people.py.")
    print("\n# Given names: of women, of men, of either; and which of them are mostly written small, as words.")
    print_words("women", of_women)
    print_words("men", of_men)
    print_words("either", given - of_women - of_men)
    print_words("given_words", given & common)
    print_words("surnames", borne(shares(surnames), LEAST_SURNAME) - common)


def shares(path: str) -> dict[str, float]:
    """Per cent of people that bear each name."""
    rows = (line.split() for line in Path(path).read_text(encoding="ascii").splitlines())
    return {name.lower(): float(share) for name, share, *_ in rows}


def borne(names: dict[str, float], least: float) -> set[str]:
    """Names that at least such a share of people bears."""
    return {name for name, share in names.items() if share >= least and len(name) >= SHORTEST}


def print_words(key: str, words: set[str]) -> None:
    print(f'\n{key} = """')
    print("\n".join(textwrap.wrap(" ".join(sorted(words)), 118)))
    print('"""')


if __name__ == "__main__":
    main(*sys.argv[1:])
