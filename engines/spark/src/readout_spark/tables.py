"""Columns of the tables as Arrow and Spark types. What the columns are, the command says; nothing is repeated here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Iterable

import pyarrow as pa
import pyarrow.json
from pyspark.sql import types

from .annotate import Item
from .frames import split_headed

#: One row a document; of each table a list of its rows, days still as they are written.
HEAD = [
    ("shard", pa.int32()),
    ("record", pa.int32()),
    ("status", pa.string()),
    ("doc_id", pa.string()),
    ("summary", pa.string()),
    ("bands", pa.binary()),
    ("shingles", pa.binary()),
    ("sightings", pa.string()),
    ("reports", pa.string()),
]

_ARROW = {
    "string": pa.string(),
    "enum": pa.string(),
    "date": pa.string(),
    "timestamp": pa.string(),
    "int32": pa.int32(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "list": pa.list_(pa.string()),
}

_SPARK = {
    "string": types.StringType(),
    "enum": types.StringType(),
    "date": types.DateType(),
    "timestamp": types.TimestampType(),
    "int32": types.IntegerType(),
    "float64": types.DoubleType(),
    "bool": types.BooleanType(),
    "list": types.ArrayType(types.StringType()),
}


@dataclass(frozen=True)
class Table:
    name: str
    columns: tuple[tuple[str, str], ...]  # name, kind
    key: tuple[str, ...]

    def nested_type(self) -> pa.DataType:
        """A document's rows of the table; the event of an event mention is not known yet."""
        return pa.list_(pa.struct([(name, _ARROW[kind]) for name, kind in self.columns if not self._pending(name)]))

    def spark_type(self) -> types.StructType:
        return types.StructType([types.StructField(name, _SPARK[kind]) for name, kind in self.columns])

    def _pending(self, column: str) -> bool:
        return self.name == "event_mentions" and column == "event_id"


@dataclass(frozen=True)
class Tables:
    """All tables, and which of them documents fill on their own, in the order in which answers hold them."""

    all: tuple[Table, ...]
    of_documents: tuple[str, ...]

    @staticmethod
    def from_plan(plan: dict[str, Any]) -> "Tables":
        tables = tuple(
            Table(
                one["name"],
                tuple((column["name"], column["kind"]) for column in one["columns"]),
                tuple(one["key"]),
            )
            for one in plan["tables"]
        )
        return Tables(tables, tuple(plan["documentTables"]))

    def __getitem__(self, name: str) -> Table:
        return next(table for table in self.all if table.name == name)

    def nested_schema(self) -> pa.Schema:
        return pa.schema(HEAD + [(name, self[name].nested_type()) for name in self.of_documents])

    def batches(self, items: Iterable[Item]) -> list[pa.RecordBatch]:
        """Items as nested rows. The JSON of a worker is read by Arrow, which knows the columns and takes no others."""
        schema = self.nested_schema()
        heads: dict[str, list[Any]] = {name: [] for name, _ in HEAD}
        lines: list[bytes] = []
        for item in items:
            head, line = self._row(item)
            for name, value in head.items():
                heads[name].append(value)
            lines.append(line)
        if not lines:
            return []
        text = b"\n".join(lines) + b"\n"
        rows = pyarrow.json.read_json(
            pa.BufferReader(text),
            read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(text) + 1),
            parse_options=pyarrow.json.ParseOptions(
                explicit_schema=pa.schema([schema.field(name) for name in self.of_documents]),
                unexpected_field_behavior="error",
            ),
        )
        columns = [pa.array(heads[name], kind) for name, kind in HEAD]
        columns += [rows.column(name).combine_chunks() for name in self.of_documents]
        return pa.Table.from_arrays(columns, schema=schema).to_batches()

    def _row(self, item: Item) -> tuple[dict[str, Any], bytes]:
        head: dict[str, Any] = dict.fromkeys((name for name, _ in HEAD))
        head.update(shard=item.shard, record=item.record, status=item.status)
        rows = dict.fromkeys(self.of_documents, b"")
        if item.answer is not None:
            told, rest = split_headed(item.answer)
            answer = json.loads(told)
            at = 0
            for name, (_, length) in zip(self.of_documents, answer["extents"]):
                # Line feeds inside texts are escaped: each that stands there ends a row.
                rows[name] = rest[at : at + length].rstrip(b"\n").replace(b"\n", b",")
                at += length
            words = at + 4 * answer["shingles"]
            head["shingles"] = rest[at:words]
            bands = words + 4 * answer["bands"]
            head["bands"] = rest[words:bands]
            sightings = bands + answer["sightings"]
            head["sightings"] = rest[bands:sightings].decode()
            head["reports"] = rest[sightings:].decode()
            head["doc_id"] = answer["summary"]["docId"]
            head["summary"] = json.dumps(answer["summary"], ensure_ascii=False)
        elif item.diagnostic is not None:
            rows["diagnostics"] = item.diagnostic
        line = b",".join(b'"%s":[%s]' % (name.encode(), rows[name]) for name in self.of_documents)
        return head, b"{" + line + b"}"
