"""Reporting periods."""

from __future__ import annotations

from datetime import datetime

import pytest

from equalities_dags import periods


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        ("2025-04-01", "2025-26-Q1"),
        ("2025-06-30", "2025-26-Q1"),
        ("2025-07-01", "2025-26-Q2"),
        ("2025-12-31", "2025-26-Q3"),
        ("2026-01-01", "2025-26-Q4"),
        ("2026-03-31", "2025-26-Q4"),
        ("1999-12-31", "1999-00-Q3"),
        ("2025-03-31T23:00+00:00", "2025-26-Q1"),
        ("2025-03-31T22:59+00:00", "2024-25-Q4"),
    ],
)
def test_the_quarter_of_a_day_is_one_of_the_financial_year(day: str, quarter: str) -> None:
    assert periods.quarter(datetime.fromisoformat(day)) == quarter
