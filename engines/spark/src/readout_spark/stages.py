"""What runs on the executors, as functions of Arrow batches. Pure: equal rows in, equal rows out, on any machine, any time."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Iterator

import pyarrow as pa

from .annotate import Item, Session
from .processes import Readout
from .reduce import reduce_batches
from .tables import Tables

#: Documents and bytes of JSON in a batch for the engine, which counts its own in rows alone.
BATCH_DOCUMENTS = 64
BATCH_BYTES = 8 * 1024 * 1024

#: A Python worker keeps its children from task to task; told apart by what they were greeted with.
_sessions: dict[str, Session] = {}


@dataclass(frozen=True)
class Annotate:
    """Input files, a row each of number and description (JSON), to nested rows of their documents."""

    readout: Readout
    hello: dict[str, Any]
    lost_codes: dict[str, dict[str, str]]
    tables: Tables

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with ExitStack() as fetched:
            shards = (
                (number, _local(description, fetched))
                for batch in batches
                for number, description in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist())
            )
            held: list[Item] = []
            size = 0
            for item in self._session().annotate(shards):
                held.append(item)
                size += len(item.answer or item.diagnostic or b"")
                if len(held) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
                    yield from self.tables.batches(held)
                    held, size = [], 0
            yield from self.tables.batches(held)

    def _session(self) -> Session:
        key = json.dumps([self.hello, vars(self.readout)], sort_keys=True)
        if key not in _sessions:
            _sessions[key] = Session(self.readout, self.hello, self.lost_codes)
        return _sessions[key]


@dataclass(frozen=True)
class Reduce:
    """Sorted rows through one of the reducers of the command."""

    readout: Readout
    hello: dict[str, Any]
    name: str
    schema: pa.Schema

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return reduce_batches(self.readout, self.hello, self.name, self.schema, batches)


def _local(description: str, fetched: ExitStack) -> bytes:
    """The description with a path that this machine has; what lies in an object store is fetched, and gone with the task."""
    shard = json.loads(description)
    if "://" in shard["path"]:
        shard["path"] = _fetch(shard["path"], fetched)
    return json.dumps(shard, ensure_ascii=False).encode()


def _fetch(uri: str, fetched: ExitStack) -> str:
    from pyarrow import fs

    system, path = fs.FileSystem.from_uri(uri)
    target = tempfile.NamedTemporaryFile(prefix="readout-", suffix=os.path.basename(path))
    fetched.enter_context(target)
    with system.open_input_stream(path, compression=None) as stream:
        while chunk := stream.read(1 << 20):
            target.write(chunk)
    target.flush()
    return target.name
