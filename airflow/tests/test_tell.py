"""Who is told when something went wrong."""

from __future__ import annotations

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pytest

from equalities_dags import tell


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch):
    """A chat channel's webhook on loopback; yields what was posted to it."""
    posted: list[str] = []

    class Webhook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Webhook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/hook"
    monkeypatch.setenv("AIRFLOW_CONN_EQUALITIES_NOTICES", json.dumps({"conn_type": "http", "host": address}))
    yield posted
    server.shutdown()


FAILURE = {
    "task_instance": SimpleNamespace(
        dag_id="equalities_nightly", task_id="receive", run_id="r", log_url="http://127.0.0.1/log"
    ),
    "exception": ValueError("There is no folder /landing. Mend --landing."),
}


def test_a_failure_names_the_task_the_reason_the_mend_and_the_log(channel: list[str]) -> None:
    tell.failed(FAILURE)
    assert channel == [
        "equalities_nightly, receive (r) failed. There is no folder /landing. Mend --landing. Log: http://127.0.0.1/log"
    ]


def test_a_run_that_is_late_is_told(channel: list[str]) -> None:
    asyncio.run(tell.late("equalities_nightly", "6 hours"))
    assert channel == ["equalities_nightly is not done 6 hours after it was due. Look at its tasks and their logs."]


def test_without_a_channel_the_log_is_told_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AIRFLOW_CONN_EQUALITIES_NOTICES", raising=False)
    tell.failed(FAILURE)


def test_a_channel_that_does_not_answer_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = json.dumps({"conn_type": "http", "host": "http://127.0.0.1:9/hook"})
    monkeypatch.setenv("AIRFLOW_CONN_EQUALITIES_NOTICES", closed)
    tell.failed(FAILURE)
