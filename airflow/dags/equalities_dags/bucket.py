"""Returns out of a bucket into the landing area, and releases into one: copies of files, by addresses such as `s3://name/folder`."""

from __future__ import annotations

import json
import mimetypes
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from airflow.sdk.exceptions import AirflowException, AirflowFailException

LIST = "releases.json"
PAGE = "releases.html"
# Says that the folder of a release is whole; in a bucket the list says so.
COMPLETE = "complete"
mimetypes.add_type("application/vnd.apache.parquet", ".parquet")


def fetch(bucket: str, landing: Path) -> list[str]:
    """
    Copies what is new or changed in a bucket into the landing area; nothing is taken away in either.

    A copy has the size and the time of its object, which is how the next call knows it. Registers come last: with its
    register a period has arrived.

    :return: the names of what was copied
    """
    with _store(bucket) as store:
        found = sorted(_returns(store), key=lambda o: ("/register/" in o["path"], o["path"]))
        new = [o for o in found if not _is_copy(landing / o["path"], o)]
        for one in new:
            _copy(store, one["path"], landing / one["path"])
        return [o["path"] for o in new]


def send(published: Path, bucket: str) -> list[str]:
    """
    Copies the releases that are not in a bucket yet, and then their list: whoever reads the list finds what it names.

    :return: the names of what was copied
    """
    here = (published / LIST).read_bytes()
    with _store(bucket) as store:
        mode = _of_this_home(store, here, bucket)
        there = {o["path"]: o["size"] for o in _objects(store)}
        new = [f for f in _files(published, here) if there.get(_name(f, published)) != f.stat().st_size]
        for file in new:
            _put(store, published, file)
        _put(store, published, published / PAGE)
        _put(store, published, published / LIST, mode)
        return [_name(file, published) for file in new]


@contextmanager
def _store(bucket: str) -> Generator[Any]:
    try:
        from obstore.exceptions import BaseError
        from obstore.store import from_url
    except ImportError:
        raise AirflowFailException(f"{bucket} needs the client of buckets: pip install obstore") from None
    try:
        yield from_url(bucket)
    except (BaseError, ValueError) as failure:
        why = str(failure).partition("\n\nDebug source")[0].rstrip(".")
        raise AirflowException(
            f"{bucket} could not be read or written: {why}. Look at its address, the names in it and this user's rights."
        ) from None


def _objects(store: Any) -> list[dict[str, Any]]:
    return [one for batch in store.list() for one in batch]


def _returns(store: Any) -> list[dict[str, Any]]:
    """What lies there as in a landing area, <period>/<provider>/<file>; not the empty objects that stand for folders."""
    objects = _objects(store)
    folders = {o["path"].rpartition("/")[0] for o in objects}
    return [o for o in objects if o["path"].count("/") >= 2 and o["path"] not in folders]


def _is_copy(file: Path, one: dict[str, Any]) -> bool:
    if not file.exists():
        return False
    stat = file.stat()
    return (stat.st_size, int(stat.st_mtime)) == (one["size"], int(one["last_modified"].timestamp()))


def _copy(store: Any, name: str, file: Path) -> None:
    """Aside, and then in place: who looks sees the old file or the new. Names with a dot are no returns."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f".{file.name}.coming")
    got = store.get(name)
    with open(aside, "wb") as out:
        for chunk in got.stream():
            out.write(chunk)
    changed = got.meta["last_modified"].timestamp()
    os.utime(aside, (changed, changed))
    os.replace(aside, file)


def _files(published: Path, listed: bytes) -> list[Path]:
    releases = [published / r["release"] for r in json.loads(listed)["releases"]]
    return [f for r in releases for f in sorted(r.rglob("*")) if f.is_file() and f.name != COMPLETE]


def _name(file: Path, published: Path) -> str:
    return file.relative_to(published).as_posix()


def _put(store: Any, published: Path, file: Path, mode: Any = "overwrite") -> None:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    # In one piece where it must be put under a condition.
    whole = {} if mode == "overwrite" else {"use_multipart": False}
    store.put(_name(file, published), file, attributes={"Content-Type": kind}, mode=mode, **whole)


def _of_this_home(store: Any, here: bytes, bucket: str) -> Any:
    """
    Numbers of releases are a home's own, so a bucket is for one home.

    :return: the condition that the list is put under: it is still as it was read here, or there is still none
    """
    try:
        got = store.get(LIST)
    except FileNotFoundError:
        return "create"
    known = {(r["release"], r["release_json_sha256"]) for r in json.loads(here)["releases"]}
    there = {(r["release"], r["release_json_sha256"]) for r in json.loads(bytes(got.bytes()))["releases"]}
    if strange := sorted(release for release, _ in there - known):
        raise AirflowFailException(
            f"{bucket} has releases of another home ({', '.join(strange)}). Name a bucket, or a folder in it, for this home."
        )
    return {"e_tag": got.meta["e_tag"]}
