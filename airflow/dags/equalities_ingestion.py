"""
Ingestion: what lies in the landing area becomes the warehouse, in the order of the stages.

`equalities_nightly` takes whatever is new, of any period. `equalities_quarterly` takes one period, by default the quarter
that its data interval is; it waits for that quarter's returns, and past quarters can be backfilled.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.sdk import DAG, CronDataIntervalTimetable, Param, task

from equalities_dags import periods
from equalities_dags.landing import LandingArea
from equalities_dags.operator import EqualitiesOperator
from equalities_dags.parts import COMMAND, DEFAULTS, LANDING_BUCKET, SETTINGS_FILE, WAREHOUSE, deadline, stage

ANY_PERIOD = "{{ params.period or '' }}"
QUARTER = "{{ params.period or quarter(data_interval_start or dag_run.run_after) }}"


def ingestion(dag_id: str, cron: str, period: str, wait: timedelta, late: timedelta) -> DAG:
    """The tasks of one ingestion; period is a template, and empty for all periods."""
    with DAG(
        dag_id,
        schedule=CronDataIntervalTimetable(cron, timezone=periods.ZONE),
        start_date=datetime(2024, 4, 1, tzinfo=UTC),
        catchup=False,
        max_active_runs=1,
        default_args=DEFAULTS,
        deadline=deadline(dag_id, late),
        params={
            "period": Param(
                None,
                type=["null", "string"],
                pattern=periods.FORM,
                title="Period",
                description="2025-26, 2025-26-Q1 or 2025-06; empty for all that is new",
            )
        },
        user_defined_macros={"quarter": periods.quarter},
        tags=["equalities"],
        doc_md=__doc__,
    ) as dag:
        settings = EqualitiesOperator(
            task_id="settings",
            arguments=["settings", "--json"],
            command=COMMAND,
            settings_file=SETTINGS_FILE,
            doc_md="The settings of the installation, checked before anything is done.",
        )
        returns_landed = LandingArea(
            task_id="returns_landed",
            landing="{{ ti.xcom_pull('settings')['landing'] }}",
            period=period,
            bucket=LANDING_BUCKET,
            timeout=wait,
            retries=0,
        )
        receive = stage("receive", "--period=" + period)
        standardise = stage("standardise")
        consolidate = stage("consolidate", outlets=[WAREHOUSE])
        mending = mending_pages()
        pages_for_provider = EqualitiesOperator.partial(
            task_id="pages_for_provider",
            command=COMMAND,
            settings_file=SETTINGS_FILE,
            map_index_template="{{ task.subject }}",
            # Each is a JVM; a hundred at once would be too many for any machine.
            max_active_tis_per_dag=2,
        ).expand_kwargs(mending)
        settings >> returns_landed >> receive >> standardise >> consolidate >> mending >> pages_for_provider
    return dag


@task
def mending_pages(ti: Any = None) -> list[dict[str, Any]]:
    """For each provider with something to mend: the call that writes its own pages and workbooks."""
    told = ti.xcom_pull("consolidate") or {}
    folder = ti.xcom_pull("settings")["home"] + "/state/mending"
    providers = {f["provider_code"]: f.get("name") or "" for f in told.get("to_mend", [])}
    return [
        {"arguments": ["held", "--provider", code, "--out", folder], "subject": f"{code} {name}".rstrip()}
        for code, name in sorted(providers.items())
    ]


nightly = ingestion("equalities_nightly", "0 2 * * *", ANY_PERIOD, wait=timedelta(hours=20), late=timedelta(hours=6))
quarterly = ingestion(
    "equalities_quarterly", periods.QUARTERLY, QUARTER, wait=timedelta(days=60), late=timedelta(days=45)
)
