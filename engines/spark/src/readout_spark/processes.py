"""Child processes of `readout worker`, and how they are ended."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import Any, Sequence

from .frames import BYE, FATAL, HELLO, Frame, FrameReader, encode_frame

#: Memory that a worker's JavaScript objects may take, in MB: what the build on one machine gives it.
HEAP_LIMIT = 1024
#: Longest time to load the lexicons and say hello, in seconds.
GREETING_TIME = 120.0
CHUNK = 1 << 18
#: What a worker wrote to stderr, of which the end is told when it dies.
KEPT_ERRORS = 64 * 1024

#: Absent outside Linux, where the worker's own watch over its parent does the same within a second.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Readout:
    """How to run the command on driver and executors: paths, or names of files that Spark has unpacked there."""

    node: str = "node"
    script: str = "readout.js"
    #: A script that annotates instead of the command; for tests of what happens to documents that break a worker.
    annotator: str | None = None

    def command(self, *arguments: str) -> list[str]:
        return [self.node, f"--max-old-space-size={HEAP_LIMIT}", self.script, "worker", *arguments]

    def annotate_command(self) -> list[str]:
        if self.annotator is None:
            return self.command("--stdio")
        return [self.node, f"--max-old-space-size={HEAP_LIMIT}", self.annotator]


class WorkerLost(Exception):
    """A worker ended, or wrote what is no frame. The message says which."""


class WorkerRefused(WorkerLost):
    """A worker that is another engine than the driver named, or none at all: no second try will help."""


class Child:
    """One process and the frames from it. stdin and stdout are pipes; stderr goes to a file that nobody need drain."""

    def __init__(self, command: Sequence[str], hello: dict[str, Any]) -> None:
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            bufsize=0,
            preexec_fn=_die_with_parent if _libc is not None else None,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self.stdin = self._process.stdin.fileno()
        self.stdout = self._process.stdout.fileno()
        os.set_blocking(self.stdin, False)
        os.set_blocking(self.stdout, False)
        self._read = FrameReader()
        self._unsent = bytearray(encode_frame(HELLO, json.dumps(hello).encode()))
        self.ready = False

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def wants_to_write(self) -> bool:
        return len(self._unsent) > 0

    @property
    def unsent(self) -> int:
        return len(self._unsent)

    def send(self, kind: int, payload: bytes = b"") -> None:
        self._unsent += encode_frame(kind, payload)

    def write_some(self) -> None:
        """Writes what the pipe takes. A worker that is gone says so where it is read from."""
        try:
            with memoryview(self._unsent) as view:
                written = os.write(self.stdin, view[:CHUNK])
        except BlockingIOError:
            return
        except BrokenPipeError:
            written = len(self._unsent)
        del self._unsent[:written]

    def read_some(self) -> list[Frame]:
        """Frames that have come. Raises `WorkerLost` where the process has ended."""
        try:
            chunk = os.read(self.stdout, CHUNK)
        except BlockingIOError:
            return []
        if chunk == b"":
            raise self._lost()
        frames: list[Frame] = []
        for kind, payload in self._read.feed(chunk):
            if kind == HELLO:
                self.ready = True
            elif kind == FATAL:
                frames.append((kind, payload))
                break
            else:
                frames.append((kind, payload))
        return frames

    def _lost(self) -> WorkerLost:
        code = self._process.wait()
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - KEPT_ERRORS))
        errors = self._errors.read().decode("utf-8", "replace")
        reason = _reason(code, errors)
        if not self.ready and "another engine" in errors:
            return WorkerRefused(reason)
        return WorkerLost(reason)

    def end(self) -> None:
        """Lets an idle worker end by itself."""
        try:
            os.set_blocking(self.stdin, True)
            os.write(self.stdin, encode_frame(BYE))
        except OSError:
            pass
        self._close()

    def kill(self) -> None:
        self._process.kill()
        self._close()

    def _close(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()


def _reason(code: int, errors: str) -> str:
    if "JavaScript heap out of memory" in errors:
        return "out of memory"
    if code < 0:
        return f"ended by {signal.Signals(-code).name}"
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    told = next((line for line in reversed(lines) if "Error" in line or line.startswith("readout:")), "")
    return f"exit code {code}" + (f": {told or lines[-1]}" if lines else "")


def _die_with_parent() -> None:
    """The kernel ends the worker when the thread that started it ends, even by SIGKILL."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # type: ignore[union-attr]
