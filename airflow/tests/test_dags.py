"""The DAGs as Airflow loads them."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.serialization.decoders import decode_deadline_alert
from airflow.serialization.encoders import encode_deadline_alert

from conftest import AIRFLOW, DAGS

INGESTION = [
    "settings",
    "returns_landed",
    "receive",
    "standardise",
    "consolidate",
    "mending_pages",
    "pages_for_provider",
]
PUBLICATION = ["analyse", "protect", "publish", "send_release"]
WRITERS = {"receive", "standardise", "consolidate", "analyse", "protect", "publish"}


@pytest.fixture(scope="module")
def bag() -> DagBag:
    return DagBag(dag_folder=str(DAGS))


def test_they_load_and_are_those_that_the_readme_names(bag: DagBag) -> None:
    assert bag.import_errors == {}
    assert sorted(bag.dags) == ["equalities_nightly", "equalities_publication", "equalities_quarterly"]


@pytest.mark.parametrize(
    ("dag", "tasks"),
    [("equalities_nightly", INGESTION), ("equalities_quarterly", INGESTION), ("equalities_publication", PUBLICATION)],
)
def test_the_tasks_are_the_stages_in_their_order(bag: DagBag, dag: str, tasks: list[str]) -> None:
    assert [task.task_id for task in bag.dags[dag].topological_sort()] == tasks


def test_every_task_has_an_owner_a_limit_of_time_and_somebody_who_is_told(bag: DagBag) -> None:
    for dag in bag.dags.values():
        assert dag.max_active_runs == 1
        assert dag.deadline
        for task in dag.tasks:
            assert task.owner == "equalities"
            assert task.execution_timeout is not None
            assert task.has_on_failure_callback
            assert task.retries > 0 or task.task_id == "returns_landed"


def test_a_failed_run_can_be_cleared_while_its_deadline_is_ahead(bag: DagBag) -> None:
    for dag in bag.dags.values():
        [alert] = dag.deadline if isinstance(dag.deadline, list) else [dag.deadline]
        # What Airflow 3.3 does with it when a task is cleared, and when a run begins.
        stored = encode_deadline_alert(alert)
        assert timedelta(seconds=stored["interval"]) == decode_deadline_alert(stored).interval > timedelta(hours=1)


def test_everything_that_writes_in_the_home_is_in_the_pool_of_one(bag: DagBag) -> None:
    for dag in bag.dags.values():
        for task in dag.tasks:
            assert (task.pool == "equalities_writers") == (task.task_id in WRITERS), task.task_id


def test_of_the_pages_for_providers_two_at_most_are_made_at_once(bag: DagBag) -> None:
    for dag in ("equalities_nightly", "equalities_quarterly"):
        assert bag.dags[dag].get_task("pages_for_provider").max_active_tis_per_dag == 2


def test_a_period_is_checked_before_a_run_begins(bag: DagBag) -> None:
    param = bag.dags["equalities_nightly"].params.get_param("period")
    assert [param.resolve(value) for value in (None, "2025-26", "2025-26-Q1", "2025-06")] == [
        None,
        "2025-26",
        "2025-26-Q1",
        "2025-06",
    ]
    for wrong in ("25/26", "2025-26-Q5", "2025-26; rm"):
        with pytest.raises(Exception, match="does not match"):
            param.resolve(wrong)


def test_nothing_that_airflow_is_to_drop_is_used() -> None:
    ruff = Path(sys.executable).with_name("ruff")
    checked = subprocess.run(
        [ruff, "check", "--no-cache", str(AIRFLOW)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
