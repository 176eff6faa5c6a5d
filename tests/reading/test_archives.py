"""Archives: their members as if they lay in a folder, and what is refused."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.settings import Settings


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def told(path: Path) -> list[str]:
    """The sources of the documents, and the reasons of the others."""
    found = read([path], Settings(language="en"))
    return [str(item) if isinstance(item, SourceError) else item.source for item in found]


@pytest.mark.parametrize(("name", "packed"), [("a.zip", zipped), ("a.tar.gz", tarred), ("a.tgz", tarred)])
def test_members_are_read_as_if_they_lay_in_a_folder(tmp_path: Path, name: str, packed) -> None:
    members = {"a/one.txt": b"One said so.", "b.jsonl": b'{"text": "Two said so."}\n', "c.png": b"\x89PNG"}
    (tmp_path / name).write_bytes(packed(members))
    assert told(tmp_path / name) == ["a/one.txt", "b.jsonl#1"]


def test_archives_in_archives_are_opened_to_a_depth(tmp_path: Path) -> None:
    inner = {"a.txt": b"Deep down."}
    for level in range(4):
        inner = {f"{level}.zip": zipped(inner), f"{level}.txt": b"Here too."}
    (tmp_path / "a.zip").write_bytes(zipped(inner))
    found = told(tmp_path / "a.zip")
    assert [name for name in found if name.endswith(".txt")] == ["3.txt", "3.zip/2.txt", "3.zip/2.zip/1.txt"]
    assert sum("archives deep" in name for name in found) == 1


@pytest.mark.parametrize("path", ["../../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\..\\out.txt"])
@pytest.mark.parametrize(("name", "packed"), [("a.zip", zipped), ("a.tar.gz", tarred)])
def test_a_path_that_leads_out_is_refused_and_the_rest_is_read(tmp_path: Path, name: str, packed, path: str) -> None:
    (tmp_path / name).write_bytes(packed({path: b"Outside.", "z.txt": b"Inside."}))
    bad, good = sorted(told(tmp_path / name), reverse=True, key=lambda item: "leads out" in item)
    assert "leads out of the archive" in bad
    assert good == "z.txt"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"bomb.txt": b"0" * 50_000_000, "z.txt": b"Good."}))
    bomb, good = told(tmp_path / "a.zip")
    assert "times its size" in bomb
    assert good == "z.txt"


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar"])
@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04" + b"\0" * 50, b"\x1f\x8b\x08" + b"\0" * 30])
def test_what_is_no_archive_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert all("cannot be unpacked" in reason for reason in told(tmp_path / name))


@pytest.mark.parametrize(("name", "packed"), [("a.zip", zipped), ("a.tar.gz", tarred)])
def test_a_cut_archive_is_told(tmp_path: Path, name: str, packed) -> None:
    whole = packed({f"{n}.txt": bytes(str(n), "ascii") * 5000 for n in range(50)})
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert "cannot be unpacked" in told(tmp_path / name)[-1]


def test_a_link_in_a_tar_is_left_aside(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert told(tmp_path / "a.tar") == []
