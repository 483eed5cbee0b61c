"""The frames of `readout worker`, as packages/pipeline/src/worker/frames.ts has them.

    0        4        8        12   13
    | magic  | length | crc32  |type| payload ... |      all numbers big-endian
"""

from __future__ import annotations

import struct
import zlib
from typing import Iterable, Iterator

HELLO, OPEN, ROWS, SHARD, BYE, END, ANSWER, FATAL = 1, 2, 3, 4, 5, 6, 17, 20

MAGIC = 0x52444F31  # "RDO1"
HEADER = struct.Struct(">IIIB")
NUMBER = struct.Struct(">I")
#: Largest payload that either side takes.
MAXIMUM = 256 * 1024 * 1024
#: The length of a field that is null.
ABSENT = 0xFFFFFFFF

Frame = tuple[int, bytes]
Fields = list["bytes | None"]


class ProtocolError(Exception):
    """Bytes that are no frame: something wrote to stdout that must not."""


def encode_frame(kind: int, payload: bytes = b"") -> bytes:
    if len(payload) > MAXIMUM:
        raise ValueError(f"a frame of {len(payload)} bytes, more than {MAXIMUM}")
    return HEADER.pack(MAGIC, len(payload), zlib.crc32(payload), kind) + payload


class FrameReader:
    """Takes bytes as they come and gives the frames that are complete."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        self._held += chunk
        at = 0
        while len(self._held) - at >= HEADER.size:
            magic, length, checksum, kind = HEADER.unpack_from(self._held, at)
            if magic != MAGIC:
                raise ProtocolError("not a frame: wrong magic number")
            if length > MAXIMUM:
                raise ProtocolError(f"not a frame: {length} bytes")
            end = at + HEADER.size + length
            if len(self._held) < end:
                break
            payload = bytes(self._held[at + HEADER.size : end])
            if zlib.crc32(payload) != checksum:
                raise ProtocolError("a damaged frame: wrong checksum")
            at = end
            yield kind, payload
        del self._held[:at]


def encode_rows(rows: Iterable[Fields]) -> bytes:
    """Rows of as many fields each: their number, then `u32 length | bytes` a field."""
    parts: list[bytes] = []
    width = 0
    for row in rows:
        width = len(row)
        for field in row:
            if field is None:
                parts.append(NUMBER.pack(ABSENT))
            else:
                parts.append(NUMBER.pack(len(field)))
                parts.append(field)
    return NUMBER.pack(width) + b"".join(parts)


def decode_rows(payload: bytes) -> Iterator[Fields]:
    (width,) = NUMBER.unpack_from(payload, 0)
    at = NUMBER.size
    while at < len(payload):
        row: Fields = []
        for _ in range(width):
            (length,) = NUMBER.unpack_from(payload, at)
            at += NUMBER.size
            if length == ABSENT:
                row.append(None)
            else:
                row.append(payload[at : at + length])
                at += length
        yield row


def split_headed(payload: bytes) -> tuple[bytes, bytes]:
    """A payload of a JSON head and bytes behind it."""
    (length,) = NUMBER.unpack_from(payload, 0)
    return payload[NUMBER.size : NUMBER.size + length], payload[NUMBER.size + length :]


def join_headed(head: bytes, rest: bytes) -> bytes:
    return NUMBER.pack(len(head)) + head + rest
