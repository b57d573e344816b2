"""An Airflow of the tests' own: its home, its database and its settings are made anew in a temporary folder."""

from __future__ import annotations

import os
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.server import ThreadedMotoServer
from obstore.store import from_url

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


@pytest.fixture(scope="session")
def s3() -> Iterator[Callable[[str], Any]]:
    """An S3 server on loopback; called with a name, makes a bucket and opens it."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as environment:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "anybody",
            "AWS_SECRET_ACCESS_KEY": "anything",
            "AWS_REGION": "us-east-1",
        }.items():
            environment.setenv(name, value)

        def made(bucket: str) -> Any:
            making = urllib.request.Request(f"http://{host}:{port}/{bucket}", method="PUT")
            urllib.request.urlopen(making).close()
            return from_url(f"s3://{bucket}")

        yield made
    server.stop()
