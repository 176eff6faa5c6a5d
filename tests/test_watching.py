"""A dossier that keeps up with its sources."""

from rashomon.watching import watch


def test_what_is_new_is_added_and_what_is_not_costs_nothing(reports, tmp_path):
    late, analysed, looks = reports / "late.txt", [], []

    def pause():
        looks.append(len(analysed))
        if len(looks) == 3:
            late.write_text("A third report.\n\nThe ferry was towed to Velsk.\n", encoding="utf-8")

    def note(step):
        if step.doing == "analysing" and step.about:
            analysed.append(step.about)

    states = watch([str(reports)], tmp_path / "a.rashomon", progress=note, pause=pause)
    assert [next(states)["documents"], next(states)["documents"]] == [2, 3]
    assert looks == [2, 2, 2]
    assert analysed[2:] == ["late.txt"]
