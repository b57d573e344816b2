"""A PostgreSQL of the trial's own, on loopback; needs the server's programs (Debian: postgresql)."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class Postgres:
    """Runs from `with` to its end; its data is thrown away. The server never runs as root, so root becomes `postgres`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.bin = self._programs()
        self.folder = Path(tempfile.mkdtemp(prefix="airflow-try-postgres-"))
        self.user = (
            ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.getuid() == 0 else []
        )

    @staticmethod
    def _programs() -> Path:
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/pg_ctl")) + [shutil.which("pg_ctl") or ""]
        if not any(found):
            raise SystemExit("There is no PostgreSQL server. Install one (Debian: apt-get install postgresql).")
        return Path(next(f for f in found if f)).parent

    def _run(self, program: str, *arguments: str) -> None:
        line = [*self.user, str(self.bin / program), *arguments]
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=self.folder)

    def __enter__(self) -> Postgres:
        if self.user:
            shutil.chown(self.folder, "postgres", "postgres")
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "airflow", "--auth=trust", "--no-sync")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        # A killed scheduler's children hold its connection open, and with it a lock on the run.
        options += " -c idle_in_transaction_session_timeout=30s"
        self._run("pg_ctl", "-D", data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "airflow", "airflow")
        return self

    def __exit__(self, *_: object) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def address(self) -> str:
        return f"postgresql+psycopg2://airflow@127.0.0.1:{self.port}/airflow"
