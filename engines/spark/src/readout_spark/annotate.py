"""Documents of input files, annotated: two children of `readout worker` and the patience with them.

A reader opens files and containers and gives documents; an annotator turns each into its rows. Documents pass through here
unread. The ladder for one that breaks its annotator is that of the build on one machine: once more alone with three times the
time, then its text alone, then a diagnostic alone; its neighbours are annotated again.
"""

from __future__ import annotations

import json
import math
import select
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import Any, Callable, Iterator

from .frames import ANSWER, END, FATAL, OPEN, ROWS, SHARD, join_headed, split_headed
from .processes import GREETING_TIME, Child, Readout, WorkerLost, WorkerRefused

#: Documents and bytes sent ahead: 1 costs 40 % of the speed, more than 8 gain nothing.
AHEAD = 8
AHEAD_BYTES = 8 * 1024 * 1024
#: Files whose reading is asked for ahead, so that folders of small files are no slower than containers.
AHEAD_SHARDS = 16
#: Annotators that die in a row without one answer between them: the installation is broken, not the documents.
DEATHS_IN_ROW = 5


def default_patience(size: int) -> float:
    """Longest time for one document, in seconds: 10 s + 50 µs a byte."""
    return 10 + size * 50e-6


@dataclass(frozen=True)
class Job:
    """A document on its way, as the open frame that the reader made of it."""

    shard: int
    record: int
    payload: bytes
    deaths: int = 0
    #: Why its annotation failed, where only its text is wanted now.
    reason: dict[str, Any] | None = None


@dataclass(frozen=True)
class Item:
    """What came of a record: an answer, or the row of a diagnostic. `status` is `annotated`, `text`, `lost` or `unread`."""

    shard: int
    record: int
    status: str
    answer: bytes | None
    diagnostic: bytes | None


class Session:
    """The two children of a Python worker, kept from task to task."""

    def __init__(
        self,
        readout: Readout,
        hello: dict[str, Any],
        lost_codes: dict[str, dict[str, str]],
        patience: Callable[[int], float] = default_patience,
    ) -> None:
        self._readout = readout
        self._hello = hello
        self._lost_codes = lost_codes
        self._patience = patience
        self._reader: Child | None = None
        self._annotator: Child | None = None
        self._silent_deaths = 0
        self._queue: deque[Job] = deque()
        self._unanswered: deque[Job] = deque()
        self._since = 0.0

    def annotate(self, shards: Iterator[tuple[int, bytes]]) -> Iterator[Item]:
        """Items of the shards, numbered as they stand there, in no order that matters."""
        whole = False
        try:
            yield from self._run(shards)
            whole = True
        finally:
            # A task that ends before its time leaves frames under way that the next must not see.
            if not whole:
                self.close()

    def close(self) -> None:
        for child in (self._reader, self._annotator):
            if child is not None:
                child.kill()
        self._reader = self._annotator = None
        self._queue.clear()
        self._unanswered.clear()

    def _run(self, shards: Iterator[tuple[int, bytes]]) -> Iterator[Item]:
        reading: deque[tuple[int, int]] = deque()  # shard, records so far
        exhausted = False
        if self._reader is None:
            self._reader = Child(self._readout.command("--read"), self._hello)
        reader = self._reader
        while True:
            while not exhausted and len(reading) < AHEAD_SHARDS:
                shard = next(shards, None)
                if shard is None:
                    exhausted = True
                    break
                reading.append((shard[0], 0))
                reader.send(SHARD, shard[1])
            self._fill()
            if exhausted and not reading and not self._queue and not self._unanswered:
                return
            items: list[Item] = []
            for child in self._wait(bool(reading)):
                if child is reader:
                    try:
                        frames = reader.read_some()
                    except WorkerLost as error:
                        raise RuntimeError(f"the reader of input files: {error}") from error
                    for kind, payload in frames:
                        number, record = reading[0]
                        if kind == END:
                            reading.popleft()
                            continue
                        reading[0] = (number, record + 1)
                        if kind == OPEN:
                            self._queue.append(Job(number, record, payload))
                        elif kind == ROWS:
                            items.append(Item(number, record, "unread", None, payload))
                elif child is self._annotator:
                    items.extend(self._answers(child))
            items.extend(self._overdue())
            if items:
                yield from items
                # The time that the engine took for the rows is not the document's.
                self._since = time.monotonic()

    def _fill(self) -> None:
        """Sends what the annotator may have. A document that killed one before runs alone."""
        while self._queue:
            job = self._queue[0]
            size = sum(len(one.payload) for one in self._unanswered)
            if len(self._unanswered) >= AHEAD or size >= AHEAD_BYTES:
                return
            if self._unanswered and (job.deaths > 0 or self._unanswered[0].deaths > 0):
                return
            if self._annotator is None:
                self._annotator = Child(self._readout.annotate_command(), self._hello)
                self._since = time.monotonic()
            self._queue.popleft()
            if not self._unanswered:
                self._since = time.monotonic()
            self._unanswered.append(job)
            self._annotator.send(OPEN, job.payload)

    def _wait(self, reading: bool) -> list[Child]:
        """Writes what can be written; gives the children that have something to read."""
        reader, annotator = self._reader, self._annotator
        assert reader is not None
        readers: dict[int, Child] = {}
        writers: dict[int, Child] = {}
        # Reading no further than annotation keeps up bounds the memory.
        if reading and len(self._queue) < AHEAD:
            readers[reader.stdout] = reader
        if annotator is not None and self._unanswered:
            readers[annotator.stdout] = annotator
        for child in (reader, annotator):
            if child is not None and child.wants_to_write:
                writers[child.stdin] = child
        readable, writable, _ = select.select(list(readers), list(writers), [], self._time_left())
        for descriptor in writable:
            writers[descriptor].write_some()
        return [readers[descriptor] for descriptor in readable]

    def _limit(self) -> float:
        if self._annotator is None or not self._unanswered:
            return math.inf
        if not self._annotator.ready:
            return GREETING_TIME
        oldest = self._unanswered[0]
        return self._patience(len(oldest.payload)) * (3 if oldest.deaths > 0 else 1)

    def _time_left(self) -> float | None:
        limit = self._limit()
        return None if limit == math.inf else max(0.0, self._since + limit - time.monotonic())

    def _answers(self, annotator: Child) -> list[Item]:
        was_ready = annotator.ready
        try:
            frames = annotator.read_some()
        except WorkerRefused:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it wrote, it is no answer
            return self._lost("died", str(error))
        if annotator.ready and not was_ready:
            self._since = time.monotonic()
        items: list[Item] = []
        for kind, payload in frames:
            if kind == FATAL:
                return items + self._lost("threw", payload.decode("utf-8", "replace"))
            if kind != ANSWER:
                return items + self._lost("died", f"a frame of type {kind}")
            job = self._unanswered.popleft()
            self._silent_deaths = 0
            self._since = time.monotonic()
            status = "annotated" if job.reason is None else "text"
            items.append(Item(job.shard, job.record, status, payload, None))
        return items

    def _overdue(self) -> list[Item]:
        limit = self._limit()
        if limit == math.inf or time.monotonic() < self._since + limit:
            return []
        # An answer may have come while the engine was busy with the rows before it.
        annotator = self._annotator
        if annotator is not None and select.select([annotator.stdout], [], [], 0)[0]:
            return []
        if annotator is not None and not annotator.ready:
            return self._lost("died", "no hello")
        return self._lost("timeout", str(math.ceil(limit)))

    def _lost(self, kind: str, told: str) -> list[Item]:
        """The annotator is gone; the oldest unanswered document is guilty, the others are not."""
        assert self._annotator is not None
        ready = self._annotator.ready
        self._annotator.kill()
        self._annotator = None
        guilty = self._unanswered.popleft()
        self._queue.extendleft(reversed(self._unanswered))
        self._unanswered.clear()
        if kind == "died":
            self._silent_deaths += 1
            if self._silent_deaths >= DEATHS_IN_ROW:
                raise RuntimeError(f"{DEATHS_IN_ROW} workers in a row ended without an answer; the last: {told}")
        if not ready:
            # What died before it was ready is not the document's fault.
            self._queue.appendleft(guilty)
            return []
        if kind != "threw" and guilty.deaths == 0:
            self._queue.appendleft(replace(guilty, deaths=1))
            return []
        return self._failed(guilty, kind, told)

    def _failed(self, job: Job, kind: str, told: str) -> list[Item]:
        if job.reason is not None:
            return [Item(job.shard, job.record, "lost", None, self._row(job))]
        reason = (
            {"code": "worker_timeout", "params": {"seconds": int(told)}, "span": None}
            if kind == "timeout"
            else {"code": "worker_crash", "params": {"reason": told}, "span": None}
        )
        head, rest = split_headed(job.payload)
        opened = json.loads(head)
        opened["depth"] = "text"
        opened["diagnostics"].append(reason)
        payload = join_headed(json.dumps(opened, ensure_ascii=False).encode(), rest)
        self._queue.appendleft(replace(job, payload=payload, deaths=0, reason=reason))
        return []

    def _row(self, job: Job) -> bytes:
        """The row of a diagnostic on a document of which not even the text could be had."""
        assert job.reason is not None
        told = self._lost_codes[job.reason["code"]]
        message = told["message"]
        for name, value in job.reason["params"].items():
            message = message.replace("{" + name + "}", str(value))
        row = {
            "source": json.loads(split_headed(job.payload)[0])["source"],
            "doc_id": None,
            "code": job.reason["code"],
            "severity": told["severity"],
            "start_char": None,
            "end_char": None,
            "message": message,
        }
        return json.dumps(row, ensure_ascii=False).encode()
