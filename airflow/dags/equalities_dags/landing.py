"""Waits for returns without occupying a worker."""

from __future__ import annotations

import glob
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from airflow.providers.standard.triggers.file import FileTrigger
from airflow.providers.standard.triggers.temporal import TimeDeltaTrigger
from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowFailException

from equalities_dags import bucket

# A period has arrived when the list of who is expected in it lies there.
REGISTER = "register/providers.csv"


class LandingArea(BaseOperator):
    """
    Done when the landing area has the register of the period, or of any period when none is named.

    :param landing: the landing area
    :param period: a period, or empty
    :param bucket: a bucket whose returns are copied into the landing area at every look, or empty
    :param look_every: how often the triggerer looks into the landing area
    :param fetch_every: how often a worker looks into the bucket
    """

    template_fields = ("landing", "period", "bucket")

    def __init__(
        self,
        *,
        landing: str,
        period: str = "",
        bucket: str = "",
        look_every: timedelta = timedelta(minutes=1),
        fetch_every: timedelta = timedelta(minutes=10),
        timeout: timedelta,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.landing = landing
        self.period = period
        self.bucket = bucket
        self.look_every = look_every
        self.fetch_every = fetch_every
        self.timeout = timeout

    def execute(self, context: Any) -> str:
        return self.look(context, until=(datetime.now(UTC) + self.timeout).isoformat())

    def look(self, context: Any, event: Any = None, until: str = "") -> str:
        """Looks once, and leaves the worker until there is something; also how the task goes on then."""
        if self.bucket:
            copied = bucket.fetch(self.bucket, Path(self.landing))
            self.log.info("Copied from %s: %s files %s", self.bucket, len(copied), copied[:20])
        pattern = f"{glob.escape(self.landing)}/{glob.escape(self.period) or '*'}/{REGISTER}"
        if found := sorted(glob.glob(pattern)):
            return found[-1]
        self.log.info("Waiting for %s", pattern)
        if self.bucket:
            self._look_again(until)
        trigger = FileTrigger(filepath=pattern, poke_interval=self.look_every.total_seconds())
        self.defer(trigger=trigger, method_name="look", timeout=self.timeout)

    def _look_again(self, until: str) -> None:
        if datetime.now(UTC) + self.fetch_every > datetime.fromisoformat(until):
            raise AirflowFailException(f"Nothing came to {self.bucket} in {self.timeout}.")
        self.defer(trigger=TimeDeltaTrigger(self.fetch_every), method_name="look", kwargs={"until": until})
