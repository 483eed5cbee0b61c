"""What is to be done, as the command tells it on the driver: engine, tables, input files in the order of their rows."""

from __future__ import annotations

import json
import posixpath
import subprocess
from dataclasses import dataclass
from typing import Any, Sequence

from .processes import Readout
from .tables import Tables


@dataclass(frozen=True)
class Plan:
    engine: dict[str, str]
    tables: Tables
    lost_codes: dict[str, dict[str, str]]
    #: Rows on inputs that were skipped, JSON.
    diagnostics: tuple[str, ...]
    #: Descriptions of input files, JSON.
    shards: tuple[str, ...]


def make_plan(readout: Readout, inputs: Sequence[str], sources: str | None) -> Plan:
    """Raises `RuntimeError` with what the command says where an input does not exist."""
    here = [one for one in inputs if "://" not in one]
    there = [one for one in inputs if "://" in one]
    if here and there:
        raise RuntimeError("inputs are either all files that every machine sees, or all in an object store")
    command = readout.command("--plan", *here) + ([] if sources is None else ["--sources", sources])
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode != 0:
        raise RuntimeError(made.stderr.strip() or f"{command[0]} ended with {made.returncode}")
    first, *shards = made.stdout.splitlines()
    told: dict[str, Any] = json.loads(first)
    return Plan(
        engine=told["engine"],
        tables=Tables.from_plan(told),
        lost_codes=told["lost"],
        diagnostics=tuple(told["diagnostics"]),
        shards=tuple(shards) or tuple(_listed(there)),
    )


def _listed(uris: Sequence[str]) -> list[str]:
    """Files of an object store, named below their deepest common folder, in code point order."""
    from pyarrow import fs

    paths: dict[str, str] = {}
    for uri in uris:
        scheme = uri.split("://", 1)[0]
        system, root = fs.FileSystem.from_uri(uri)
        info = system.get_file_info(root)
        found = [info] if info.is_file else system.get_file_info(fs.FileSelector(root, recursive=True))
        paths.update((one.path, f"{scheme}://{one.path}") for one in found if one.is_file)
    common = posixpath.commonpath([posixpath.dirname(path) for path in paths]) if paths else ""
    shards = [(posixpath.relpath(path, common), uri) for path, uri in paths.items()]
    return [json.dumps({"path": uri, "source": source, "given": None}) for source, uri in sorted(shards)]
