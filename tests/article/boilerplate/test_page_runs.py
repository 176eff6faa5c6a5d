"""The numbers of a run of lines."""

import math

from rashomon.article.boilerplate.page_runs import NAMES_OF_SIZES, even, run_features


def test_each_line_has_its_runs_means_and_the_sizes_around_it() -> None:
    rows = run_features([True, False, False, True], [100, 10, 30, 50], [[1.0], [2.0], [4.0], [8.0]])
    between = [3.0, 2.0, *map(math.log1p, (40, 100, 50, 50))]
    assert rows[1] == rows[2] == between
    assert rows[0] == [1.0, 1.0, *map(math.log1p, (100, 0, 40, 0))]
    assert rows[3] == [8.0, 1.0, *map(math.log1p, (50, 40, 0, 0))]
    assert all(len(row) == 1 + len(NAMES_OF_SIZES) for row in rows)


def test_no_lines_have_no_numbers() -> None:
    assert run_features([], [], []) == []


def test_scores_of_a_run_that_is_no_running_text_are_drawn_together() -> None:
    good = [True, False, False, False, True]
    assert even([3.0, -1.0, -1.0, 1.0, -2.0], good) == [3.0, -1.0, -1.0, 0.0, -2.0]
    assert even([], []) == []
