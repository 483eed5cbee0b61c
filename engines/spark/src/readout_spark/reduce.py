"""One step of resolving the corpus, in a `readout worker --reduce`: sorted rows in, rows out."""

from __future__ import annotations

import select
from typing import Any, Generator, Iterator

import pyarrow as pa

from .frames import END, ROWS, Fields, decode_rows, encode_rows
from .processes import Child, Readout

#: Bytes of rows that are sent in a frame, and that may wait to be taken.
BATCH = 1 << 20
#: Longest silence of a worker that has rows to reduce, in seconds; one that is busy for longer hangs.
PATIENCE = 600.0


def reduce_batches(
    readout: Readout,
    hello: dict[str, Any],
    name: str,
    schema: pa.Schema,
    batches: Iterator[pa.RecordBatch],
) -> Iterator[pa.RecordBatch]:
    """Rows of a sorted partition through one reducer. Columns go over as they stand, texts as UTF-8."""
    child: Child | None = None
    try:
        for batch in batches:
            for rows in _chunks(batch):
                if child is None:
                    child = Child(readout.command("--reduce", name), hello)
                child.send(ROWS, encode_rows(rows))
                while child.unsent > BATCH:
                    yield from _exchange(child, schema)
        if child is None:
            return
        child.send(END)
        ended = False
        while not ended:
            ended = yield from _exchange(child, schema)
        child.end()
        child = None
    finally:
        if child is not None:
            child.kill()


def _exchange(child: Child, schema: pa.Schema) -> Generator[pa.RecordBatch, None, bool]:
    """Writes and reads what the pipes take and have; whether the reducer has come to its end."""
    writers = [child.stdin] if child.wants_to_write else []
    readable, writable, _ = select.select([child.stdout], writers, [], PATIENCE)
    if not readable and not writable:
        raise TimeoutError(f"a reducer was silent for {PATIENCE:.0f} s")
    if writable:
        child.write_some()
    if not readable:
        return False
    ended = False
    for kind, payload in child.read_some():
        if kind == ROWS:
            yield _batch_of(list(decode_rows(payload)), schema)
        elif kind == END:
            ended = True
    return ended


def _chunks(batch: pa.RecordBatch) -> Iterator[list[Fields]]:
    columns = [column.cast(pa.binary()).to_pylist() for column in batch.columns]
    rows: list[Fields] = []
    size = 0
    for row in zip(*columns):
        rows.append(list(row))
        size += sum(len(field) for field in row if field is not None)
        if size >= BATCH:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _batch_of(rows: list[Fields], schema: pa.Schema) -> pa.RecordBatch:
    columns = [
        pa.array([row[index] for row in rows], pa.binary()).cast(field.type) for index, field in enumerate(schema)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)
