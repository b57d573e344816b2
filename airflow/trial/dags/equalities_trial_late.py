"""A run that is late after five seconds, told in the way of the real DAGs."""

from __future__ import annotations

import time
from datetime import timedelta

from airflow.sdk import DAG, AsyncCallback, DeadlineAlert, DeadlineReference, task

from equalities_dags import tell

with DAG(
    "equalities_trial_late",
    schedule=None,
    deadline=DeadlineAlert(
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        interval=timedelta(seconds=5),
        callback=AsyncCallback(tell.late, kwargs={"dag": "equalities_trial_late", "within": "5 seconds"}),
    ),
):

    @task
    def work() -> None:
        time.sleep(20)

    work()
