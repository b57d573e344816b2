"""The locks are of their inputs, hashed, and free of anybody's registry."""

from __future__ import annotations

import hashlib
import re
from importlib import metadata

import pytest

from conftest import AIRFLOW

NAMES = ["requirements", "requirements-test"]


@pytest.mark.parametrize("name", NAMES)
def test_the_lock_is_of_this_input(name: str) -> None:
    wanted = hashlib.sha256((AIRFLOW / f"{name}.in").read_bytes()).hexdigest()
    lock = (AIRFLOW / f"{name}.txt").read_text()
    assert lock.startswith(f"# of {name}.in {wanted}\n"), "lock again: airflow/lock"


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_pinned_and_hashed_and_no_address_is_in_it(name: str) -> None:
    lock = (AIRFLOW / f"{name}.txt").read_text()
    pins = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*])?==(\S+)[^\n]*\\\n +--hash=sha256:", lock, re.M)
    lines = [line for line in lock.splitlines() if line and line[0] not in " #"]
    assert len(pins) == len(lines) > 0
    assert "://" not in lock


def test_what_is_installed_is_what_is_locked() -> None:
    for name, version in re.findall(
        r"^(apache-airflow[a-z-]*)==(\S+)", (AIRFLOW / "requirements.txt").read_text(), re.M
    ):
        assert metadata.version(name) == version
