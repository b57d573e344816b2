"""Airflow's four processes on loopback, with ports of their own, and its REST API."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

FOUR = ["api-server", "scheduler", "dag-processor", "triggerer"]
DAGS = Path(__file__).resolve().parents[1] / "dags"
LATE = Path(__file__).resolve().parent / "dags"
BUNDLES = [
    {
        "name": folder.parent.name,
        "classpath": "airflow.dag_processing.bundles.local.LocalDagBundle",
        "kwargs": {"path": str(folder)},
    }
    for folder in (DAGS, LATE)
]


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


class Airflow:
    """Runs from `with` to its end; every process is a session of its own and is ended with all its children."""

    def __init__(self, folder: Path, database: str, more: dict[str, str], channel: str) -> None:
        self.folder = folder
        self.channel = channel
        self.port = free_port()
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.started: list[subprocess.Popen[bytes]] = []
        home = folder / "airflow"
        home.mkdir()
        self.environment = {
            **os.environ,
            **more,
            "AIRFLOW_HOME": str(home),
            "PYTHONPATH": str(DAGS),
            "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST": json.dumps(BUNDLES),
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
            "AIRFLOW__CORE__PARALLELISM": "4",
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{self.port}/execution/",
            # Anybody who reaches the port is an administrator: for a trial on loopback, and for nothing else.
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True",
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": database,
            "AIRFLOW__API__HOST": "127.0.0.1",
            "AIRFLOW__API__PORT": str(self.port),
            "AIRFLOW__API__WORKERS": "1",
            "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_hex(32),
            "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(free_port()),
            "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(free_port()),
            # A task whose process is gone is noticed after half a minute and not after five.
            "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "30",
            "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "20",
        }

    def command(self, *arguments: str) -> None:
        line = [sys.executable, "-m", "airflow", *arguments]
        with open(self.folder / "commands.log", "ab") as log:
            subprocess.run(line, check=True, env=self.environment, stdout=log, stderr=log)

    def start(self, name: str) -> None:
        with open(self.folder / f"{name}.log", "ab") as log:
            line = [sys.executable, "-m", "airflow", name]
            self.running[name] = subprocess.Popen(
                line, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
            self.started.append(self.running[name])

    def kill(self, name: str) -> None:
        """SIGKILL to one process, and not to its children."""
        self.running[name].kill()
        self.running[name].wait()

    def __enter__(self) -> Airflow:
        self.command("db", "migrate")
        self.command("pools", "set", "equalities_writers", "1", "One writer in a home")
        for name in FOUR:
            self.start(name)
        until("Airflow is healthy and has the DAGs", self._ready, 180)
        notices = {"connection_id": "equalities_notices", "conn_type": "http", "host": self.channel}
        self.rest("POST", "/api/v2/connections", notices)
        return self

    def _ready(self) -> bool:
        try:
            health = self.rest("GET", "/api/v2/monitor/health")
            parts = ["metadatabase", "scheduler", "triggerer", "dag_processor"]
            return (
                all(health[p]["status"] == "healthy" for p in parts)
                and len(self.rest("GET", "/api/v2/dags")["dags"]) == 4
            )
        except (OSError, KeyError, ValueError):
            return False

    def __exit__(self, *_: object) -> None:
        for end in (signal.SIGTERM, signal.SIGKILL):
            # Those that were killed too: their children may live on.
            for process in self.started:
                try:
                    os.killpg(process.pid, end)
                except ProcessLookupError:
                    pass
            time.sleep(5 if end == signal.SIGTERM else 0)

    def rest(self, method: str, path: str, body: Any = None) -> Any:
        """
        One call of the API.

        :raises urllib.error.HTTPError: with the API's reason as its text
        """
        base = f"http://127.0.0.1:{self.port}"
        with urllib.request.urlopen(f"{base}/auth/token", timeout=30) as answer:
            token = json.load(answer)["access_token"]
        request = urllib.request.Request(
            base + path,
            None if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


def until(what: str, holds: Any, seconds: float) -> Any:
    """Waits until it holds, and returns it; ends the trial when it does not in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.2)
    raise SystemExit(f"Not within {seconds:.0f} s: {what}.")
