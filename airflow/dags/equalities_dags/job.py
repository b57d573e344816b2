"""A sub-command of `equalities` as a child process: how it is called, what it prints last, and what its exit code says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

COMMAND = Path(__file__).resolve().parents[3] / "jobs" / "bin" / "equalities"


class Exit(IntEnum):
    """The exit codes of the command. Every other number, also of a signal, is a failure that is safe to run again."""

    DONE = 0
    FAILED = 1
    USAGE = 64
    REFUSED = 65
    TRY_LATER = 75
    NOTHING_NEW = 99
    STOPPED = 143


def argv(command: str, settings_file: str | None, arguments: Sequence[str]) -> list[str]:
    """The command line, a list and no shell; on Linux the child is told to stop when the process that started it dies."""
    with_parent = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    config = ["--config", settings_file] if settings_file else []
    return [*with_parent, command, *arguments, *config]


def summary(lines: Sequence[str]) -> dict[str, Any]:
    """The JSON object that the command prints last; empty when it died before."""
    for line in reversed(lines):
        if line.startswith("{"):
            try:
                return json.loads(line)
            except ValueError:
                continue
    return {}


def in_words(told: dict[str, Any]) -> list[str]:
    """What a summary says of rows, and of each file that waits to be mended: lines for a log or a message."""
    counts = [f"{name} {told[name]:,}" for name in told if name.startswith(("rows_", "files_"))]
    lines = [", ".join(counts).replace("_", " ")] if counts else []
    return lines + [to_mend(file) for file in told.get("to_mend", [])]


def to_mend(file: dict[str, Any]) -> str:
    """Whose file is wrong, what is wrong, and how to mend it."""
    whose = f"{file['period']}, {file['provider_code']} {file.get('name') or ''}".rstrip()
    what = "set aside" if file["status"] == "set aside" else f"{file['rows']:,} row{'' if file['rows'] == 1 else 's'} held"
    return f"{whose}: {file['file_name']}: {what}: {file['reason'].rstrip('.')}. Mend: {file['fix']}"
