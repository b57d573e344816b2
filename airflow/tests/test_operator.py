"""What the operator makes of how the command ends."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from datetime import timedelta
from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException, TaskDeferred

from equalities_dags import job
from equalities_dags.operator import EqualitiesOperator


def command(folder: Path, script: str) -> str:
    file = folder / "command"
    file.write_text("#!/usr/bin/env bash\n" + script)
    file.chmod(0o755)
    return str(file)


def operator(folder: Path, script: str, **kwargs) -> EqualitiesOperator:
    return EqualitiesOperator(task_id="t", arguments=["run"], command=command(folder, script), **kwargs)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (1, AirflowException),
        (2, AirflowException),
        (64, AirflowFailException),
        (65, AirflowFailException),
        (75, TaskDeferred),
        (99, AirflowSkipException),
        (143, AirflowException),
    ],
)
def test_exit_codes(tmp_path: Path, code: int, outcome: type[Exception]) -> None:
    with pytest.raises(outcome) as raised:
        operator(tmp_path, f'echo \'{{"message": "Mend returns.csv."}}\'; exit {code}').execute({})
    assert type(raised.value) is outcome
    if outcome in (AirflowException, AirflowFailException):
        assert "Mend returns.csv." in str(raised.value)


def test_exit_zero_returns_the_summary_that_was_printed_last(tmp_path: Path) -> None:
    told = operator(tmp_path, 'echo \'{"rows_held": 1}\'; echo \'{"rows_held": 2}\'; echo "a word after"').execute({})
    assert told == {"rows_held": 2}


def test_a_command_that_was_killed_is_run_again(tmp_path: Path) -> None:
    with pytest.raises(AirflowException, match="exit -9") as raised:
        operator(tmp_path, "kill -9 $$").execute({})
    assert type(raised.value) is AirflowException


def test_a_command_that_did_not_come_as_far_as_a_summary_is_told_by_its_last_line(tmp_path: Path) -> None:
    with pytest.raises(AirflowException, match="exit 1.*There is no Java"):
        operator(tmp_path, "echo 'There is no Java. Install one.' >&2; echo; exit 1").execute({})
    missing = EqualitiesOperator(task_id="t", arguments=["run"], command=str(tmp_path / "none"))
    with pytest.raises(AirflowException, match="exit 127.*none"):
        missing.execute({})


def test_who_waited_often_enough_fails_and_may_be_retried(tmp_path: Path) -> None:
    waiting = operator(tmp_path, "exit 75", waits=2, wait=timedelta(seconds=1))
    with pytest.raises(TaskDeferred) as first:
        waiting.execute({})
    assert first.value.kwargs == {"waited": 1}
    with pytest.raises(AirflowException, match="exit 75"):
        waiting.attempt({}, waited=2)


def test_no_shell_reads_the_arguments_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    task = operator(tmp_path, 'printf \'{"given": "%s %s"}\\n\' "$#" "$1"', settings_file="")
    task.arguments = ["$(id); x", ""]
    assert task.execute({}) == {"given": "1 $(id); x"}


def test_a_stop_is_passed_on_and_waited_for(tmp_path: Path) -> None:
    ended = tmp_path / "ended"
    task = operator(tmp_path, f"trap 'sleep 1; touch {ended}; exit 143' TERM; echo up; while :; do sleep 0.1; done")
    task._process = subprocess.Popen([task.command], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert task._process.stdout.readline() == "up\n"
    task.on_kill()
    assert task._process.returncode == 143
    assert ended.exists()


def test_a_child_that_does_not_stop_is_killed(tmp_path: Path) -> None:
    task = operator(tmp_path, "trap '' TERM; echo up; while :; do sleep 0.1; done", stop_seconds=1)
    task._process = subprocess.Popen([task.command], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert task._process.stdout.readline() == "up\n"
    task.on_kill()
    assert task._process.wait(5) == -9


def test_the_child_stops_when_the_process_that_started_it_is_killed(tmp_path: Path) -> None:
    ended = tmp_path / "ended"
    child = command(tmp_path, f"trap 'touch {ended}; exit 143' TERM; echo up; while :; do sleep 0.1; done")
    parent = textwrap.dedent(
        f"""
        import subprocess
        from equalities_dags import job
        subprocess.Popen(job.argv({child!r}, None, []), start_new_session=True).wait()
        """
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as process:
        assert process.stdout.readline() == "up\n"
        process.kill()
    for _ in range(50):
        if ended.exists():
            return
        time.sleep(0.1)
    pytest.fail("the child lives on")


def test_what_waits_to_be_mended_is_said_with_the_file_and_the_mend() -> None:
    lines = job.in_words({
        "rows_held": 8,
        "files_set_aside": 0,
        "to_mend": [
            {
                "period": "2025-26-Q1",
                "provider_code": "NT1",
                "name": "Northmoor Trust",
                "file_name": "patients.csv",
                "status": "partly held",
                "rows": 8,
                "reason": "not a date",
                "fix": "Write it as 31/12/2025.",
            }
        ],
    })
    assert lines == [
        "rows held 8, files set aside 0",
        "2025-26-Q1, NT1 Northmoor Trust: patients.csv: 8 rows held: not a date. Mend: Write it as 31/12/2025.",
    ]
