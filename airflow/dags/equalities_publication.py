"""Publication: whenever consolidation changed the warehouse, its findings are made, protected and released."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from airflow.sdk import DAG, Variable, task
from airflow.sdk.exceptions import AirflowSkipException

from equalities_dags import bucket
from equalities_dags.parts import DEFAULTS, RELEASE, RELEASE_BUCKET, WAREHOUSE, deadline, stage


@task
def send_release(ti: Any = None) -> int:
    """Copies what was released into a bucket, where one is named."""
    to = Variable.get(RELEASE_BUCKET, default="")
    if not to:
        raise AirflowSkipException(f"There is no variable {RELEASE_BUCKET}.")
    return len(bucket.send(Path(ti.xcom_pull("publish")["home"]) / "published", to))


with DAG(
    "equalities_publication",
    schedule=[WAREHOUSE],
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULTS,
    deadline=deadline("equalities_publication", timedelta(hours=6)),
    tags=["equalities"],
    doc_md=__doc__,
) as publication:
    stage("analyse") >> stage("protect") >> stage("publish", outlets=[RELEASE]) >> send_release()
