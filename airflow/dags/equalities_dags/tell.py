"""Tells people: in the log always, and to a chat channel when there is a connection called `equalities_notices`."""

from __future__ import annotations

import asyncio
import json
import logging
import urllib.request
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
    await asyncio.to_thread(tell, f"{dag} is not done {within} after it was due. Look at its tasks and their logs.")
