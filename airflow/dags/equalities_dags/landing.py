"""Waits for returns without occupying a worker."""

from __future__ import annotations

import glob
from datetime import timedelta
from typing import Any

from airflow.providers.standard.triggers.file import FileTrigger
from airflow.sdk import BaseOperator

# A period has arrived when the list of who is expected in it lies there.
REGISTER = "register/providers.csv"


class LandingArea(BaseOperator):
    """
    Done when the landing area has the register of the period, or of any period when none is named.

    :param landing: the landing area
    :param period: a period, or empty
    :param look_every: how often the triggerer looks
    """

    template_fields = ("landing", "period")

    def __init__(
        self,
        *,
        landing: str,
        period: str = "",
        look_every: timedelta = timedelta(minutes=1),
        timeout: timedelta,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.landing = landing
        self.period = period
        self.look_every = look_every
        self.timeout = timeout

    def execute(self, context: Any) -> str:
        return self.look(context)

    def look(self, context: Any, event: Any = None) -> str:
        """Looks once, and leaves the worker until there is something; also how the task goes on then."""
        pattern = f"{glob.escape(self.landing)}/{glob.escape(self.period) or '*'}/{REGISTER}"
        if found := sorted(glob.glob(pattern)):
            return found[-1]
        self.log.info("Waiting for %s", pattern)
        self.defer(
            trigger=FileTrigger(filepath=pattern, poke_interval=self.look_every.total_seconds()),
            method_name="look",
            timeout=self.timeout,
        )
