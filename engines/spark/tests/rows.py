"""Rows of two datasets, compared as rows: what Spark and one machine write need not be equal bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyarrow.parquet as pq


def read(dataset: Path, table: str) -> tuple[list[str], list[str]]:
    """Columns with their types, and rows in their order, as text that is equal where they are."""
    single = dataset / "parquet" / f"{table}.parquet"
    parts = [single] if single.exists() else sorted((dataset / "parquet" / table).glob("part-*.parquet"))
    columns: list[str] = []
    rows: list[str] = []
    for part in parts:
        read = pq.ParquetFile(part).read()
        columns = [f"{field.name} {_kind(str(field.type))}" for field in read.schema]
        rows += [json.dumps(row, default=str, sort_keys=True) for row in read.to_pylist()]
    return columns, rows


def digest(rows: list[str]) -> str:
    """SHA-256 of the rows, sorted: the same for equal rows in any order."""
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()


def _kind(kind: str) -> str:
    return "list<string>" if kind.startswith("list<") else kind


def tables(dataset: Path) -> list[str]:
    return sorted(path.stem for path in (dataset / "parquet").iterdir())
