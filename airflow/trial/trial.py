"""The trial that `airflow/try` runs: everything that may happen to a run happens to one, and the warehouse is the same."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

from channel import Channel
from happenings import backfill, kill_everything_once, tell_people, trigger_over_rest
from postgres import Postgres
from processes import Airflow, free_port
from runs import Runs, say
from warehouses import compare, equalities

PERIODS = ["2025-26-Q1", "2025-26-Q2", "2025-26-Q3"]


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
    with (
        Postgres(free_port()) as postgres,
        Channel() as channel,
        Airflow(folder, postgres.address(), disturbed, channel.address()) as airflow,
    ):
        say("PostgreSQL and Airflow's four processes are up")
        runs = Runs(airflow, folder / "disturbed")
        kill_everything_once(runs)
        runs.published()
        trigger_over_rest(runs, PERIODS[0])
        tell_people(runs, channel, landing)
        land(PERIODS[1])
        land(PERIODS[2])
        backfill(runs)
        runs.published()
        say(f"publications: {sorted(r['state'] for r in runs.of('equalities_publication'))}")
    say("the same returns, undisturbed and without Airflow")
    equalities(undisturbed, "run")
    compare(disturbed, undisturbed)
    say("The disturbed warehouse is the undisturbed one.")


main(Path(sys.argv[1]))
