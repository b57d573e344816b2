"""What happens to the runs of the trial: kills, calls over REST, notices, a backfill. Each ends the trial when it should not be so."""

from __future__ import annotations

import os
import shutil
import signal
import time
import urllib.error
from pathlib import Path
from typing import Any

from channel import Channel
from processes import until
from runs import ENDED, Runs, say


def kill_everything_once(runs: Runs) -> None:
    """Java, the process of a task, and the scheduler, each in the middle of a stage of one night."""
    runs.unpause("equalities_publication")
    runs.unpause("equalities_nightly")
    run = until("the night begins", lambda: runs.of("equalities_nightly"), 120)[0]["dag_run_id"]
    java = until("standardising begins", lambda: runs.java("standardise"), 300)
    time.sleep(3)
    os.kill(java, signal.SIGKILL)
    say("killed Java while it standardised")
    java = until("consolidation begins", lambda: runs.java("consolidate"), 600)
    time.sleep(3)
    os.kill(int(Path(f"/proc/{java}/stat").read_text().rsplit(")", 1)[1].split()[1]), signal.SIGKILL)
    say("killed the task's process while it consolidated")
    until("Java stops with its task", lambda: runs.java("consolidate") != java, 15)
    say("Java stopped with it")
    until("consolidation begins again", lambda: runs.java("consolidate"), 600)
    time.sleep(2)
    runs.airflow.kill("scheduler")
    say("killed the scheduler while Java consolidated again")
    time.sleep(5)
    runs.airflow.start("scheduler")
    states = runs.ended("equalities_nightly", run)
    say(f"the night ended: {states}")
    if (
        any(state != "success" for state, _ in states.values())
        or states["standardise"][1] < 2
        or states["consolidate"][1] < 2
    ):
        raise SystemExit("The night should have succeeded, with second tries.")
    look(runs, run, states["consolidate"][1])


def look(runs: Runs, run: str, attempt: int) -> None:
    """What the night told whoever looks: its summary with the asset, and what waits to be mended in the log."""
    [change] = runs.changes()
    say(f"the asset's event: {change['extra']['rows_seen']} rows seen, {change['extra']['rows_held']} held")
    mends = [
        line for line in runs.log("equalities_nightly", run, "consolidate", attempt).splitlines() if "Mend:" in line
    ]
    if len(mends) != len(change["extra"]["to_mend"]):
        raise SystemExit(f"The log should have told of each file that waits to be mended: {mends}")
    say(f"the log of consolidation: {mends[0]}")


def trigger_over_rest(runs: Runs, period: str) -> None:
    """A wrong period is refused before a run begins; what is known already is skipped."""
    try:
        runs.trigger("equalities_nightly", period="25/26")
        raise SystemExit("A wrong period should have been refused.")
    except urllib.error.HTTPError as refused:
        say(f"a wrong period is refused with {refused.code}: {refused.read().decode()[:110]}")
    states = runs.ended("equalities_nightly", runs.trigger("equalities_nightly", period=period))
    say(f"the same returns again: {states}")
    if {states[s][0] for s in ("receive", "standardise", "consolidate")} != {"skipped"}:
        raise SystemExit("Nothing was new, so the stages should have been skipped.")


def tell_people(runs: Runs, channel: Channel, landing: Path) -> None:
    """Who is late and what is wrong, with the file and the mend, reaches the chat channel."""
    runs.unpause("equalities_trial_late")
    runs.trigger("equalities_trial_late")
    say(f"told: {until('a late run is told', lambda: channel.said('equalities_trial_late ('), 180)}")
    register = landing / "2026-27-Q1" / "register"
    shutil.copytree(landing / "2025-26-Q1" / "register", register)
    wrong = register / "providers.csv"
    right = wrong.read_text()
    wrong.write_text("Nothing,That Belongs Here\n")
    run = runs.trigger("equalities_nightly", period="2026-27-Q1")
    states = runs.ended("equalities_nightly", run)
    if states["receive"] != ("failed", 1):
        raise SystemExit(f"A register that cannot be read should have failed at once: {states}")
    say(f"told: {until('a failed run is told with its file', lambda: channel.said(str(wrong)), 60)}")
    wrong.write_text(right)
    runs.clear("equalities_nightly", run)
    states = runs.ended("equalities_nightly", run)
    if states["receive"] != ("success", 2):
        raise SystemExit(f"Mended and cleared, it should have gone on: {states}")
    say(f"mended and cleared, it goes on: {states}")


def backfill(runs: Runs) -> None:
    """Three quarters of the past, one after another."""
    runs.unpause("equalities_quarterly")
    made = {"dag_id": "equalities_quarterly", "from_date": "2025-03-31T00:00:00Z", "to_date": "2025-12-31T00:00:00Z"}
    runs.airflow.rest("POST", "/api/v2/backfills", {**made, "max_active_runs": 1, "reprocess_behavior": "failed"})

    def past() -> list[dict[str, Any]]:
        return [r for r in runs.of("equalities_quarterly") if r["run_type"] == "backfill"]

    until("three quarters are backfilled", lambda: len(past()) == 3 and all(r["state"] in ENDED for r in past()), 1200)
    for run in sorted(past(), key=lambda r: r["logical_date"]):
        states = runs.ended("equalities_quarterly", run["dag_run_id"])
        say(f"backfilled {run['logical_date']}: {run['state']}, {states['receive'][0]} at receive")
    if any(r["state"] != "success" for r in past()):
        raise SystemExit("The backfill should have succeeded.")
