"""What the package promises to those who import it."""

import json
import subprocess
import sys

import pytest

import rashomon


def test_all_is_sorted_and_every_name_is_there():
    assert rashomon.__all__ == sorted(rashomon.__all__)
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)


def test_all_is_exactly_what_is_public():
    found = {name for name, value in vars(rashomon).items() if not name.startswith("_") and isinstance(value, type)}
    assert found | {"build", "open"} == set(rashomon.__all__)


def test_what_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = rashomon.nothing_of_the_kind


@pytest.mark.parametrize("module", ["spacy", "trafilatura", "numpy", "pandas"])
def test_importing_the_package_loads_nothing_heavy(module):
    code = f"import sys, rashomon.cli; print({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def test_a_dossier_is_told_as_json_and_read_again(reports):
    dossier = rashomon.build(reports)
    assert rashomon.Dossier.from_dict(json.loads(json.dumps(dossier.to_dict()))) == dossier


@pytest.mark.parametrize("head", [{"format": "rashomon-dossier", "version": 2}, {"format": "other", "version": 1}, {}])
def test_what_is_no_dossier_of_ours_is_refused(head):
    with pytest.raises(rashomon.MisuseError, match="not a dossier we can read"):
        rashomon.Dossier.from_dict(head)


def test_a_list_of_records_is_a_frame(reports):
    frame = rashomon.build(reports).to_frame("documents")
    assert list(frame["source"]) == sorted(frame["source"]) or len(frame) == 2


def test_a_frame_of_an_unknown_kind_is_refused(reports):
    with pytest.raises(rashomon.UnknownName, match="rumours"):
        rashomon.build(reports).to_frame("rumours")
