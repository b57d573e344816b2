"""Tells people: in the log always, and to a chat channel when there is a connection called `equalities_notices`."""

from __future__ import annotations

import asyncio
import json
import logging
import urllib.request
from datetime import timedelta
from typing import Any

from airflow.sdk import Connection
from airflow.sdk.exceptions import AirflowNotFoundException, AirflowRuntimeError

CONNECTION = "equalities_notices"
LOG = logging.getLogger(__name__)


def tell(text: str) -> None:
    """Posts {"text": …} to the address in the connection's host, which Slack, Teams and Mattermost take."""
    LOG.warning("%s", text)
    try:
        address = Connection.get(CONNECTION).host
    except (AirflowNotFoundException, AirflowRuntimeError):
        return
    if not address:
        return
    request = urllib.request.Request(address, json.dumps({"text": text}).encode(), {"Content-Type": "application/json"})
    try:
        urllib.request.urlopen(request, timeout=10).close()
    except OSError as failure:
        LOG.warning("It could not be posted: %s", failure)


def failed(context: Any) -> None:
    """A task failed for good: which, why, and what to do. The reason names the file or setting, and the mend."""
    task = context["task_instance"]
    reason = context.get("exception") or "it was stopped"
    tell(f"{task.dag_id}, {task.task_id} ({task.run_id}) failed. {reason} Log: {task.log_url}")


async def late(dag: str, within: str, context: Any = None) -> None:
    """A run is not done in its time."""
    run = ((context or {}).get("dag_run") or {}).get("dag_run_id")
    which = f"{dag} ({run})" if run else dag
    await asyncio.to_thread(tell, f"{which} is not done {within} after it was due. Look at its tasks and their logs.")


def in_words(time: timedelta) -> str:
    """A span as people say it: 6 hours, 45 days, 5 seconds."""
    units = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
    seconds = int(time.total_seconds())
    unit = next(u for u in units if seconds >= 2 * units[u] and seconds % units[u] == 0)
    return f"{seconds // units[unit]} {unit}"
