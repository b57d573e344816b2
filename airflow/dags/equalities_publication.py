"""Publication: whenever consolidation changed the warehouse, its findings are made, protected and released."""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG

from equalities_dags.parts import DEFAULTS, RELEASE, WAREHOUSE, deadline, stage

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
    stage("analyse") >> stage("protect") >> stage("publish", outlets=[RELEASE])
