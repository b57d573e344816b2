"""What both DAGs share: names, retries, deadlines, and the command of this installation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import Asset, AsyncCallback, DeadlineAlert, DeadlineReference

from equalities_dags import job, tell
from equalities_dags.operator import EqualitiesOperator

WAREHOUSE = Asset(name="equalities_warehouse", uri="equalities://warehouse")
RELEASE = Asset(name="equalities_release", uri="equalities://release")

# One slot: one writer at a time in a home. Made by `airflow pools set equalities_writers 1 "One writer in a home"`.
WRITERS = "equalities_writers"

# Airflow variables; all may be left out.
COMMAND = "{{ var.value.get('equalities_command', '" + str(job.COMMAND) + "') }}"
SETTINGS_FILE = "{{ var.value.get('equalities_settings', '') }}"
LANDING_BUCKET = "{{ var.value.get('equalities_landing_bucket', '') }}"
RELEASE_BUCKET = "equalities_release_bucket"

DEFAULTS: dict[str, Any] = {
    "owner": "equalities",
    "retries": 3,
    "retry_delay": timedelta(minutes=1),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=15),
    "execution_timeout": timedelta(hours=6),
    "on_failure_callback": tell.failed,
}


def deadline(dag: str, after: timedelta) -> DeadlineAlert:
    """Tells when a run is not done so long after it was queued."""
    return DeadlineAlert(
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        # In seconds: with a timedelta, Airflow 3.3 cannot clear a task of a run that is not late yet (apache/airflow #70368).
        interval=int(after.total_seconds()),  # type: ignore[arg-type]
        callback=AsyncCallback(tell.late, kwargs={"dag": dag, "within": tell.in_words(after)}),
    )


def stage(word: str, *arguments: str, **kwargs: Any) -> EqualitiesOperator:
    """A stage as a task. It runs also when the stage before it had nothing new: it finds out for itself."""
    return EqualitiesOperator(
        task_id=word,
        arguments=[word, *arguments],
        command=COMMAND,
        settings_file=SETTINGS_FILE,
        pool=WRITERS,
        trigger_rule="none_failed",
        max_active_tis_per_dag=1,
        **kwargs,
    )
