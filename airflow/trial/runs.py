"""The runs of the trial's Airflow: started, watched, waited for; and the Java of a stage in the trial's home."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from processes import Airflow, until

ENDED = {"success", "failed"}
BEGAN = time.monotonic()


def say(text: str) -> None:
    """A line of what was seen, after so many seconds."""
    print(f"{time.monotonic() - BEGAN:6.0f} s  {text}", flush=True)


class Runs:
    """Asks the REST API, and `/proc` of this machine."""

    def __init__(self, airflow: Airflow, home: Path) -> None:
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

    def of(self, dag: str) -> list[dict[str, Any]]:
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

    def changes(self) -> list[dict[str, Any]]:
        """The events of the warehouse, each with the summary of its run and the runs of publication that it began."""
        return self.airflow.rest("GET", "/api/v2/assets/events?name_pattern=equalities_warehouse&limit=100")[
            "asset_events"
        ]

    def published(self) -> None:
        """Waits until each change of the warehouse has had its run of publication, which ended."""

        def ended(change: dict[str, Any]) -> bool:
            begun = change["created_dagruns"]
            return bool(begun) and all(run["state"] in ENDED for run in begun)

        until("every change of the warehouse is published", lambda: all(map(ended, self.changes())), 1800)

    def log(self, dag: str, run: str, task: str, attempt: int) -> str:
        """What one try of a task logged."""
        path = f"/api/v2/dags/{dag}/dagRuns/{run}/taskInstances/{task}/logs/{attempt}?full_content=true"
        return "\n".join(line["event"] for line in self.airflow.rest("GET", path)["content"] if "event" in line)

    def trigger(self, dag: str, **conf: Any) -> str:
        return self.airflow.rest("POST", f"/api/v2/dags/{dag}/dagRuns", {"logical_date": None, "conf": conf})[
            "dag_run_id"
        ]

    def clear(self, dag: str, run: str) -> None:
        """What failed runs again, as when somebody clears it by hand."""
        what = {"dry_run": False, "dag_run_id": run, "only_failed": True}
        self.airflow.rest("POST", f"/api/v2/dags/{dag}/clearTaskInstances", what)
