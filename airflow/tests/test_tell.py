"""Who is told when something went wrong."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from channel import Channel

from equalities_dags import tell


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch):
    """A chat channel's webhook on loopback; yields what was posted to it."""
    with Channel() as listening:
        notices = {"conn_type": "http", "host": listening.address()}
        monkeypatch.setenv("AIRFLOW_CONN_EQUALITIES_NOTICES", json.dumps(notices))
        yield listening.posted


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
    asyncio.run(tell.late("equalities_nightly", "6 hours", {"dag_run": {"dag_run_id": "r"}}))
    assert channel == ["equalities_nightly (r) is not done 6 hours after it was due. Look at its tasks and their logs."]


def test_a_span_is_told_in_the_largest_unit_that_fits() -> None:
    spans = [timedelta(seconds=5), timedelta(hours=6), timedelta(hours=30), timedelta(days=45)]
    assert [tell.in_words(span) for span in spans] == ["5 seconds", "6 hours", "30 hours", "45 days"]


def test_without_a_channel_the_log_is_told_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AIRFLOW_CONN_EQUALITIES_NOTICES", raising=False)
    tell.failed(FAILURE)


def test_a_channel_that_does_not_answer_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = json.dumps({"conn_type": "http", "host": "http://127.0.0.1:9/hook"})
    monkeypatch.setenv("AIRFLOW_CONN_EQUALITIES_NOTICES", closed)
    tell.failed(FAILURE)
