"""The trial that `airflow/try` runs: everything that may happen to a run happens to one, and the warehouse is the same."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
from pathlib import Path
from typing import Any

from postgres import Postgres
from processes import Airflow, free_port, until

COMMAND = Path(__file__).resolve().parents[2] / "jobs" / "bin" / "equalities"
PERIODS = ["2025-26-Q1", "2025-26-Q2", "2025-26-Q3"]
# When something came differs between two homes; all else is the same.
TABLES = ["finding", "patient", "advocacy_case", "held_row", "monitoring_count"]
SAME = "select count(*) as n, bit_xor(hash(t)) as h from (select columns(lambda c: c not in ('known_from', 'received_at')) from {}) t"
ENDED = {"success", "failed"}
BEGAN = time.monotonic()


def say(text: str) -> None:
    print(f"{time.monotonic() - BEGAN:6.0f} s  {text}", flush=True)


def equalities(environment: dict[str, str], *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [str(COMMAND), *arguments, "--json"], env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


class Trial:
    def __init__(self, folder: Path, airflow: Airflow, home: Path) -> None:
        self.folder = folder
        self.airflow = airflow
        self.home = home

    def java(self, stage: str) -> int | None:
        """The process that runs a stage in the trial's home, and in no other."""
        for process in Path("/proc").glob("[0-9]*"):
            try:
                line = (process / "cmdline").read_bytes().split(b"\0")
                mine = f"EQUALITIES_HOME={self.home}".encode() in (process / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if mine and b"equalities.cli.Equalities" in line and stage.encode() in line:
                return int(process.name)
        return None

    def tasks(self, dag: str, run: str) -> list[dict[str, Any]]:
        return self.airflow.rest("GET", f"/api/v2/dags/{dag}/dagRuns/{run}/taskInstances")["task_instances"]

    def runs(self, dag: str) -> list[dict[str, Any]]:
        return self.airflow.rest("GET", f"/api/v2/dags/{dag}/dagRuns?limit=100")["dag_runs"]

    def unpause(self, dag: str) -> None:
        self.airflow.rest("PATCH", f"/api/v2/dags/{dag}", {"is_paused": False})

    def ended(self, dag: str, run: str, seconds: float = 900) -> dict[str, tuple[str, int]]:
        """Waits for a run's end; returns the state and the number of tries of each task."""
        path = f"/api/v2/dags/{dag}/dagRuns/{run}"
        until(f"{dag} {run} ends", lambda: self.airflow.rest("GET", path)["state"] in ENDED, seconds)
        told = {}
        for task in self.tasks(dag, run):
            name = f"{task['task_id']} {task['rendered_map_index'] or ''}".rstrip()
            told[name] = (task["state"], task["try_number"])
        return told

    def publications_ended(self) -> None:
        until(
            "publication is idle",
            lambda: all(r["state"] in ENDED for r in self.runs("equalities_publication")),
            900,
        )

    def trigger(self, dag: str, **conf: Any) -> str:
        return self.airflow.rest("POST", f"/api/v2/dags/{dag}/dagRuns", {"logical_date": None, "conf": conf})[
            "dag_run_id"
        ]


def kill_everything_once(trial: Trial) -> None:
    trial.unpause("equalities_publication")
    trial.unpause("equalities_nightly")
    run = until("the night begins", lambda: trial.runs("equalities_nightly"), 120)[0]["dag_run_id"]
    java = until("standardising begins", lambda: trial.java("standardise"), 300)
    time.sleep(3)
    os.kill(java, signal.SIGKILL)
    say("killed Java while it standardised")
    java = until("consolidation begins", lambda: trial.java("consolidate"), 600)
    time.sleep(3)
    os.kill(int(Path(f"/proc/{java}/stat").read_text().rsplit(")", 1)[1].split()[1]), signal.SIGKILL)
    say("killed the task's process while it consolidated")
    until("Java stops with its task", lambda: trial.java("consolidate") != java, 15)
    say("Java stopped with it")
    until("consolidation begins again", lambda: trial.java("consolidate"), 600)
    time.sleep(2)
    trial.airflow.kill("scheduler")
    say("killed the scheduler while Java consolidated again")
    time.sleep(5)
    trial.airflow.start("scheduler")
    states = trial.ended("equalities_nightly", run)
    say(f"the night ended: {states}")
    if (
        any(state != "success" for state, _ in states.values())
        or states["standardise"][1] < 2
        or states["consolidate"][1] < 2
    ):
        raise SystemExit("The night should have succeeded, with second tries.")


def trigger_over_rest(trial: Trial) -> None:
    try:
        trial.trigger("equalities_nightly", period="25/26")
        raise SystemExit("A wrong period should have been refused.")
    except urllib.error.HTTPError as refused:
        say(f"a wrong period is refused with {refused.code}: {refused.read().decode()[:110]}")
    states = trial.ended("equalities_nightly", trial.trigger("equalities_nightly", period=PERIODS[0]))
    say(f"the same returns again: {states}")
    if {states[s][0] for s in ("receive", "standardise", "consolidate")} != {"skipped"}:
        raise SystemExit("Nothing was new, so the stages should have been skipped.")


def backfill(trial: Trial) -> None:
    trial.unpause("equalities_quarterly")
    made = {"dag_id": "equalities_quarterly", "from_date": "2025-03-31T00:00:00Z", "to_date": "2025-12-31T00:00:00Z"}
    trial.airflow.rest("POST", "/api/v2/backfills", {**made, "max_active_runs": 1, "reprocess_behavior": "failed"})

    def past() -> list[dict[str, Any]]:
        return [r for r in trial.runs("equalities_quarterly") if r["run_type"] == "backfill"]

    until("three quarters are backfilled", lambda: len(past()) == 3 and all(r["state"] in ENDED for r in past()), 1200)
    for run in sorted(past(), key=lambda r: r["logical_date"]):
        states = trial.ended("equalities_quarterly", run["dag_run_id"])
        say(f"backfilled {run['logical_date']}: {run['state']}, {states['receive'][0]} at receive")
    if any(r["state"] != "success" for r in past()):
        raise SystemExit("The backfill should have succeeded.")


def main(folder: Path) -> None:
    # Told to stop, it still stops what it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    shutil.rmtree(folder)
    folder.mkdir()
    landing = folder / "landing"
    landing.mkdir()
    shared = {
        "EQUALITIES_LANDING": str(landing),
        "EQUALITIES_PERSON_KEY_FILE": str(folder / "person_key"),
        "EQUALITIES_JAVA_OPTIONS": "-Xmx2g",
    }
    undisturbed = {**os.environ, **shared, "EQUALITIES_HOME": str(folder / "undisturbed")}
    disturbed = {**os.environ, **shared, "EQUALITIES_HOME": str(folder / "disturbed")}
    for period in PERIODS:
        equalities(undisturbed, "generate", "--out", str(folder / period), "--people", "150", "--period", period)

    def land(period: str) -> None:
        shutil.move(folder / period / "landing" / period, landing / period)

    land(PERIODS[0])
    with Postgres(free_port()) as postgres, Airflow(folder, postgres.address(), disturbed) as airflow:
        say("PostgreSQL and Airflow's four processes are up")
        trial = Trial(folder, airflow, folder / "disturbed")
        kill_everything_once(trial)
        trial.publications_ended()
        trigger_over_rest(trial)
        land(PERIODS[1])
        land(PERIODS[2])
        backfill(trial)
        time.sleep(10)
        trial.publications_ended()
        say(f"publications: {sorted(r['state'] for r in trial.runs('equalities_publication'))}")
    say("the same returns, undisturbed and without Airflow")
    equalities(undisturbed, "run")
    for table in TABLES:
        one, other = (equalities(home, "sql", SAME.format(table)) for home in (disturbed, undisturbed))
        say(f"{table}: {one} and {other}")
        if one != other:
            raise SystemExit(f"The table {table} differs.")
    say("The disturbed warehouse is the undisturbed one.")


main(Path(sys.argv[1]))
