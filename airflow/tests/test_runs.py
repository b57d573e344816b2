"""The DAGs run the real jobs, in this process and with Airflow's own machinery."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.utils.db import initdb

from conftest import DAGS
from equalities_dags import job

PERIOD = "2025-26-Q1"
# One service and one hospital with something to mend, and one without; the others are silent, which saves time.
SENDERS = {"AD01", "AD03", "NT1"}


@pytest.fixture(scope="module")
def returns(tmp_path_factory: pytest.TempPathFactory, s3: Any) -> Iterator[Path]:
    """A bucket with a few returns, and an installation that is set to it; Airflow's database is ready."""
    folder = tmp_path_factory.mktemp("installation")
    with pytest.MonkeyPatch.context() as environment:
        # Many short runs: an archive of classes is not worth its making.
        environment.setenv("EQUALITIES_JAVA_OPTIONS", "-Xshare:auto -Xmx1g")
        generate = [str(job.COMMAND), "generate", "--out", str(folder), "--people", "120", "--period", PERIOD, "--json"]
        subprocess.run(generate, check=True, capture_output=True)
        for sender in (folder / "landing" / PERIOD).iterdir():
            if sender.name not in SENDERS | {"register"}:
                shutil.rmtree(sender)
        store = s3("returns-of-runs")
        for file in (folder / "landing").rglob("*"):
            if file.is_file():
                store.put(file.relative_to(folder / "landing").as_posix(), file)
        (folder / "landing area").mkdir()
        environment.setenv("EQUALITIES_LANDING", str(folder / "landing area"))
        environment.setenv("EQUALITIES_HOME", str(folder / "home"))
        environment.setenv("AIRFLOW_VAR_EQUALITIES_LANDING_BUCKET", "s3://returns-of-runs")
        environment.setenv("AIRFLOW_VAR_EQUALITIES_RELEASE_BUCKET", "s3://releases-of-runs/equalities")
        initdb()
        yield folder


def run(dag: str, **conf: Any) -> tuple[dict[str, str], dict[str, Any]]:
    """Runs a DAG; returns the state of each task and what consolidation or publication told."""
    to_test = DagBag(dag_folder=str(DAGS)).dags[dag]
    # At the end of a good run, DAG.test of Airflow 3.3.2 looks a deadline up by its content and fails; schedulers do not.
    to_test.deadline = None
    done = to_test.test(run_conf=conf)
    states = {f"{t.task_id} {t.rendered_map_index or ''}".strip(): str(t.state) for t in done.get_task_instances()}
    told = next(
        (t.xcom_pull(t.task_id) for t in done.get_task_instances() if t.task_id in ("consolidate", "publish")), {}
    )
    return states, told


def test_a_night_makes_the_warehouse_then_a_release_and_the_next_run_finds_nothing_new(returns: Path, s3: Any) -> None:
    releases = s3("releases-of-runs")
    states, told = run("equalities_nightly", period=PERIOD)
    pages = {name: state for name, state in states.items() if name.startswith("pages_for_provider ")}
    assert set(states.values()) == {"success"}
    assert {"settings", "receive", "standardise", "consolidate"} < set(states)
    assert told["rows_seen"] == sum(
        told[f"rows_{what}"] for what in ("accepted", "held", "repeated", "superseded", "blank")
    )
    assert {name.split()[1] for name in pages} == {file["provider_code"] for file in told["to_mend"]} != set()
    assert list((returns / "home" / "state" / "mending").glob("*/*"))

    states, told = run("equalities_publication")
    assert states == dict.fromkeys(["analyse", "protect", "publish", "send_release"], "success")
    report = Path(told["stages"]["publish"]["report"])
    sent = releases.get(f"equalities/{report.parent.name}/report.html").bytes()
    assert bytes(sent) == report.read_bytes()

    states, _ = run("equalities_quarterly", period=PERIOD)
    assert {states[stage] for stage in ("receive", "standardise", "consolidate")} == {"skipped"}
    assert not [name for name in states if name.startswith("pages_for_provider ")]


def test_a_wrong_setting_fails_at_once_and_names_the_nearest(returns: Path, monkeypatch) -> None:
    monkeypatch.setenv("EQUALITIES_LANDNG", "x")
    states, _ = run("equalities_nightly")
    assert states["settings"] == "failed"
    assert states["receive"] == "upstream_failed"
