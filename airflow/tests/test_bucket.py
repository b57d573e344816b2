"""Returns from a bucket and releases into one: S3 on loopback."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, TaskDeferred

from equalities_dags import bucket
from equalities_dags.landing import LandingArea


@pytest.fixture
def returns(s3: Any) -> Any:
    """A bucket with the return of one provider, the folder that a browser made for it, and the register."""
    store = s3("returns")
    store.put("landing/2025-26-Q1/", b"")
    store.put("landing/2025-26-Q1/register/providers.csv", b"Provider Code,Name,Kind\n")
    store.put("landing/2025-26-Q1/AD 01/casés.csv", b"Case Ref\n1\n")
    store.put("landing/2025-26-Q1/AD 01/empty.csv", b"")
    store.put("landing/read me.txt", b"no return")
    return store


def test_what_is_new_is_copied_with_the_register_last_and_what_is_known_is_not(returns: Any, tmp_path: Path) -> None:
    first = bucket.fetch("s3://returns/landing", tmp_path)
    assert first == [
        "2025-26-Q1/AD 01/casés.csv",
        "2025-26-Q1/AD 01/empty.csv",
        "2025-26-Q1/register/providers.csv",
    ]
    assert (tmp_path / first[0]).read_bytes() == b"Case Ref\n1\n"
    assert sorted(f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*") if f.is_file()) == first
    assert bucket.fetch("s3://returns/landing", tmp_path) == []


def test_what_was_corrected_is_copied_again_and_what_lies_here_only_is_left(returns: Any, tmp_path: Path) -> None:
    bucket.fetch("s3://returns/landing", tmp_path)
    here = tmp_path / "2025-26-Q1" / "AD02" / "own.csv"
    here.parent.mkdir()
    here.write_text("mine")
    returns.put("landing/2025-26-Q1/AD 01/casés.csv", b"Case Ref\n1\n2\n")
    assert bucket.fetch("s3://returns/landing", tmp_path) == ["2025-26-Q1/AD 01/casés.csv"]
    assert (tmp_path / "2025-26-Q1/AD 01/casés.csv").read_bytes() == b"Case Ref\n1\n2\n"
    assert here.read_text() == "mine"


def test_a_bucket_that_is_not_there_is_named_with_what_to_look_at(s3: Any, tmp_path: Path) -> None:
    with pytest.raises(AirflowException, match="s3://nothing could not be read or written: ") as told:
        bucket.fetch("s3://nothing", tmp_path)
    assert "NoSuchBucket" in str(told.value)
    assert str(told.value).endswith("Look at its address, the names in it and this user's rights.")


def test_a_name_that_leads_out_of_the_landing_area_is_refused_and_named(s3: Any, tmp_path: Path) -> None:
    s3("hostile")
    client = boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
    client.put_object(Bucket="hostile", Key="2025-26-Q1/../../AD01/x.csv", Body=b"x")
    with pytest.raises(AirflowException, match=r"2025-26-Q1/\.\./\.\./AD01/x\.csv"):
        bucket.fetch("s3://hostile", tmp_path / "landing")
    assert list(tmp_path.rglob("*")) == []


def test_the_wait_for_returns_looks_into_the_bucket_until_its_time_is_over(s3: Any, tmp_path: Path) -> None:
    store = s3("waited")
    waiting = LandingArea(
        task_id="t", landing=str(tmp_path), period="2025-26-Q1", bucket="s3://waited", timeout=timedelta(hours=1)
    )
    with pytest.raises(TaskDeferred) as left:
        waiting.execute({})
    assert left.value.method_name == "look"
    store.put("2025-26-Q1/register/providers.csv", b"x")
    assert waiting.look({}, **left.value.kwargs).endswith("2025-26-Q1/register/providers.csv")
    waiting.period = "2025-26-Q2"
    with pytest.raises(AirflowFailException, match="Nothing came to s3://waited in 1:00:00"):
        waiting.look({}, until="2025-01-01T00:00:00+00:00")


def released(home: Path, *texts: str) -> Path:
    """A published zone whose releases each have a page and a table."""
    releases = []
    for number, text in enumerate(texts, 1):
        folder = home / f"g{number:09}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.html").write_text(text)
        (folder / "figures.parquet").write_bytes(b"PAR1")
        (folder / "complete").write_text("")
        releases.append({"release": folder.name, "release_json_sha256": text})
    (home / "releases.json").write_text(json.dumps({"releases": releases}))
    (home / "releases.html").write_text("all")
    (home / "current.json").write_text("the home's own")
    return home


def names(store: Any) -> list[str]:
    return sorted(one["path"] for batch in store.list() for one in batch)


def test_releases_are_copied_once_and_nothing_of_the_home_beside_them(s3: Any, tmp_path: Path) -> None:
    store = s3("releases")
    assert bucket.send(released(tmp_path, "one"), "s3://releases") == [
        "g000000001/figures.parquet",
        "g000000001/report.html",
    ]
    assert names(store) == ["g000000001/figures.parquet", "g000000001/report.html", "releases.html", "releases.json"]
    assert store.get("g000000001/report.html").attributes["Content-Type"] == "text/html; charset=utf-8"
    assert bucket.send(released(tmp_path, "one", "two"), "s3://releases") == [
        "g000000002/figures.parquet",
        "g000000002/report.html",
    ]
    listed = json.loads(bytes(store.get("releases.json").bytes()))
    assert [r["release"] for r in listed["releases"]] == ["g000000001", "g000000002"]


def test_a_bucket_of_another_home_is_refused_before_anything_is_copied(s3: Any, tmp_path: Path) -> None:
    store = s3("others")
    bucket.send(released(tmp_path / "other", "theirs"), "s3://others")
    before = names(store)
    with pytest.raises(AirflowFailException, match=r"releases of another home \(g000000001\)"):
        bucket.send(released(tmp_path / "mine", "ours", "ours too"), "s3://others")
    assert names(store) == before


def test_of_two_that_send_at_once_the_second_does_not_undo_the_first(s3: Any, tmp_path: Path, monkeypatch) -> None:
    store = s3("raced")
    published = released(tmp_path, "one")
    bucket.send(published, "s3://raced")
    put = bucket._put

    def another_comes_first(*arguments: Any) -> None:
        if arguments[2].name == "releases.json":
            store.put("releases.json", b"newer")
        put(*arguments)

    monkeypatch.setattr(bucket, "_put", another_comes_first)
    with pytest.raises(AirflowException, match="could not be read or written"):
        bucket.send(released(tmp_path, "one", "two"), "s3://raced")
    assert bytes(store.get("releases.json").bytes()) == b"newer"


def test_without_the_client_the_mend_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "obstore.store", None)
    with pytest.raises(AirflowFailException, match="pip install obstore"):
        bucket.fetch("s3://returns", tmp_path)
    assert os.listdir(tmp_path) == []
