"""A run that is late after five seconds, told in the way of the real DAGs."""

from __future__ import annotations

import time
from datetime import timedelta

from airflow.sdk import DAG, task

from equalities_dags.parts import deadline

with DAG("equalities_trial_late", schedule=None, deadline=deadline("equalities_trial_late", timedelta(seconds=5))):

    @task
    def work() -> None:
        time.sleep(20)

    work()
