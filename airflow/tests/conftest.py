"""An Airflow of the tests' own: its home, its database and its settings are made anew in a temporary folder."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

AIRFLOW = Path(__file__).resolve().parents[1]
DAGS = AIRFLOW / "dags"

_folder = tempfile.TemporaryDirectory(prefix="airflow-tests-")
os.environ.update(
    AIRFLOW_HOME=_folder.name,
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="False",
    AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
    PYTHONPATH=str(DAGS),
)
sys.path[:0] = [str(DAGS), str(AIRFLOW / "trial")]
