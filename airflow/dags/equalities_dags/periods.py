"""Reporting periods, as the landing area's folders are called."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = "Europe/London"

FORM = r"^\d{4}-\d{2}(-Q[1-4])?$"

# The first instant of each quarter of the financial year: the data interval of such a run is a reporting quarter.
QUARTERLY = "0 0 1 1,4,7,10 *"


def quarter(day: datetime) -> str:
    """The quarter of the financial year that an instant lies in, by London's clocks: 2025-05-01 is in 2025-26-Q1."""
    if day.tzinfo is not None:
        day = day.astimezone(ZoneInfo(ZONE))
    year = day.year if day.month >= 4 else day.year - 1
    return f"{year}-{(year + 1) % 100:02d}-Q{(day.month - 4) % 12 // 3 + 1}"
