"""The command without Airflow: invented returns, an undisturbed run, and whether two warehouses are the same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

COMMAND = Path(__file__).resolve().parents[2] / "jobs" / "bin" / "equalities"
TABLES = ["submission", "patient", "advocacy_case", "held_row", "monitoring_count", "service", "finding"]
# When something came differs between two homes; all else is the same. Not in order, and repeated rows count.
SAME = """
    select count(*) as rows, sum(hash(t)::hugeint) % 1000000000000 as content
    from (select columns(lambda c: c not in ('known_from', 'received_at')) from {}) t"""


def equalities(environment: dict[str, str], *arguments: str) -> dict[str, Any]:
    """Runs one sub-command; returns what it printed last."""
    done = subprocess.run(
        [str(COMMAND), *arguments, "--json"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def compare(one: dict[str, str], other: dict[str, str]) -> None:
    """Ends the trial when a table of two homes differs."""
    print(f"{'table':20} {'rows':>8}  {'disturbed':>14}  {'undisturbed':>14}")
    for table in TABLES:
        mine, its = (equalities(home, "sql", SAME.format(table)) for home in (one, other))
        print(f"{table:20} {mine['rows']:8,}  {mine['content']:>14}  {its['content']:>14}", flush=True)
        if mine != its or not mine["rows"]:
            raise SystemExit(f"The table {table} is empty or differs.")
