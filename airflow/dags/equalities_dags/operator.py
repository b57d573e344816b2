"""Runs one sub-command of `equalities` as a task."""

from __future__ import annotations

import collections
import os
import signal
import subprocess
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from airflow.providers.standard.triggers.temporal import TimeDeltaTrigger
from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException

from equalities_dags import job
from equalities_dags.job import Exit

REMEMBERED_LINES = 50


class EqualitiesOperator(BaseOperator):
    """
    One sub-command. Its lines go to the task's log as they come; its summary is the task's result.

    Exit 0 succeeds, 99 (nothing new) skips, 64 and 65 fail without a retry, 75 (another run holds the home, or the disk
    is full) waits off the worker and tries again, everything else fails and is retried: the command then continues the
    same execution of its job.

    :param arguments: the sub-command and its arguments; empty ones are left out
    :param subject: whom or what it is about, to be shown as the name of a mapped task
    :param command: the launcher
    :param settings_file: the settings file of the installation; the environment or the defaults when empty
    :param stop_seconds: how long the command may take to end after SIGTERM before it is killed
    :param wait: how long to wait when the command says to try later
    :param waits: how often to wait so before the task fails
    """

    template_fields = ("arguments", "command", "settings_file")
    ui_color = "#e6f0ea"

    def __init__(
        self,
        *,
        arguments: Sequence[str],
        subject: str = "",
        command: str = str(job.COMMAND),
        settings_file: str = "",
        stop_seconds: int = 15,
        wait: timedelta = timedelta(minutes=1),
        waits: int = 120,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.arguments = arguments
        self.subject = subject
        self.command = command
        self.settings_file = settings_file
        self.stop_seconds = stop_seconds
        self.wait = wait
        self.waits = waits
        self._process: subprocess.Popen[str] | None = None

    def execute(self, context: Any) -> dict[str, Any]:
        return self.attempt(context)

    def attempt(self, context: Any, event: Any = None, waited: int = 0) -> dict[str, Any]:
        """One call of the command; also how the task goes on after it waited."""
        code, told = self._run()
        for line in job.in_words(told):
            self.log.info("%s", line)
        if code == Exit.TRY_LATER and waited < self.waits:
            self.log.info("Trying again in %s.", self.wait)
            self.defer(
                trigger=TimeDeltaTrigger(self.wait),
                method_name="attempt",
                kwargs={"waited": waited + 1},
            )
        self._end(code, told)
        for outlet in self.outlets:
            context["outlet_events"][outlet].extra = told
        return told

    def _run(self) -> tuple[int, dict[str, Any]]:
        line = job.argv(self.command, self.settings_file, [a for a in self.arguments if a])
        self.log.info("%s", " ".join(line))
        lines: collections.deque[str] = collections.deque(maxlen=REMEMBERED_LINES)
        # No `with`: leaving it would wait for the child before on_kill may stop it.
        process = subprocess.Popen(
            line,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._process = process
        assert process.stdout is not None
        for text in process.stdout:
            lines.append(text.rstrip())
            self.log.info("%s", lines[-1])
        code = process.wait()
        told = job.summary(lines)
        if code not in (Exit.DONE, Exit.NOTHING_NEW) and "message" not in told:
            # It did not come as far as its summary, such as without Java.
            told["message"] = next((line for line in reversed(lines) if line), "it said nothing.")
        return code, told

    @staticmethod
    def _end(code: int, told: dict[str, Any]) -> None:
        message = told.get("message")
        match code:
            case Exit.DONE:
                return
            case Exit.NOTHING_NEW:
                raise AirflowSkipException("Nothing new.")
            case Exit.USAGE | Exit.REFUSED:
                raise AirflowFailException(f"Running it again will not help (exit {code}): {message}")
            case _:
                raise AirflowException(f"The next try continues where this one ended (exit {code}): {message}")

    def on_kill(self) -> None:
        """Passes the stop on to the child and waits for its end."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        self.log.info("Stopping process %s.", process.pid)
        os.killpg(process.pid, signal.SIGTERM)
        try:
            self.log.info("It ended with %s.", process.wait(self.stop_seconds))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            self.log.warning("It did not end within %s seconds, and was killed.", self.stop_seconds)
