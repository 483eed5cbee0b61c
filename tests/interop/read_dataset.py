"""Reads every table of a dataset folder with pandas, pyarrow, polars and DuckDB, in every format that each reads,
and compares types, rows and code-point offsets.

    python read_dataset.py DIR [DIR ...]

What the rows should be is taken from DIR/truth.json where the dataset has it (what its writer was given), else from
its JSONL, read with nothing but Python's json. What the types should be is taken from datapackage.json.
"""

import datetime
import hashlib
import json
import math
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.json
import pyarrow.parquet

passed = 0
failed = 0


def check(what: str, ok: bool, detail: str = "") -> None:
    global passed, failed
    if ok:
        passed += 1
        return
    failed += 1
    print(f"FAILED {what}: {detail[:600]}")


# -- what is expected ---------------------------------------------------------------------------------------------


def tables_of(folder: Path) -> dict[str, dict[str, dict]]:
    """Resources of the data package, by table and format."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables: dict[str, dict[str, dict]] = {}
    for resource in package["resources"]:
        table = resource["name"].removesuffix(f"-{resource['format']}")
        tables.setdefault(table, {})[resource["format"]] = resource
    return tables


def truth_of(folder: Path, tables: dict[str, dict[str, dict]]) -> dict[str, list[dict]]:
    written = folder / "truth.json"
    if written.exists():
        return json.loads(written.read_text(encoding="utf-8"))
    return {
        name: [json.loads(line) for path in paths(formats["jsonl"]) for line in lines(folder / path)]
        for name, formats in tables.items()
    }


def paths(resource: dict) -> list[str]:
    return resource["path"] if isinstance(resource["path"], list) else [resource["path"]]


def lines(path: Path) -> list[str]:
    """Lines of a JSONL file: ended by LF alone, not by whatever else Unicode takes for a line end."""
    return path.read_text(encoding="utf-8").split("\n")[:-1] if path.stat().st_size else []


def kinds_of(resource: dict) -> dict[str, str]:
    return {field["name"]: field["type"] for field in resource["schema"]["fields"]}


def plain(value, kind: str):
    """A value of any reader as JSON has it: None, str, int, float, bool, list of str; days and times as ISO text."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if kind == "array":
        return [str(item) for item in (json.loads(value) if isinstance(value, str) else value)]
    if isinstance(value, float) and math.isnan(value):
        return None
    match kind:
        case "string":
            return str(value)
        case "integer":
            return int(value)
        case "number":
            return float(value)
        case "boolean":
            return bool(value)
        case "date":
            return value[:10] if isinstance(value, str) else value.isoformat()[:10]
        case "datetime":
            return instant(value)
    raise TypeError(kind)


def instant(value) -> float:
    if isinstance(value, str):
        value = datetime.datetime.fromisoformat(value)
    if value.tzinfo is None:
        value = value.replace(tzinfo=datetime.timezone.utc)
    return round(value.timestamp() * 1000)


def expected(rows: list[dict], kinds: dict[str, str]) -> list[dict]:
    return [{name: plain(row[name], kind) for name, kind in kinds.items()} for row in rows]


# -- readers: each returns the names of the column types and the rows -------------------------------------------------

ARROW_TYPES = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("ms", "UTC"),
    "array": pa.list_(pa.string()),
}
POLARS_TYPES = {
    "string": pl.String,
    "integer": pl.Int32,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
    "datetime": pl.Datetime("ms", "UTC"),
    "array": pl.List(pl.String),
}
DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "INTEGER",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "TIMESTAMP WITH TIME ZONE",
    "array": "VARCHAR[]",
}
PANDAS_TYPES = {
    "string": "string",
    "integer": "Int32",
    "number": "Float64",
    "boolean": "boolean",
}


def rows_of(table: pa.Table) -> list[dict]:
    return table.to_pylist()


def pyarrow_arrow(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    table = pa.ipc.open_file(path).read_all()
    table.validate(full=True)
    return arrow_types(table), rows_of(table)


def pyarrow_parquet(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    table = pa.parquet.read_table(path)
    return arrow_types(table), rows_of(table)


def arrow_types(table: pa.Table) -> dict:
    types = {}
    for field in table.schema:
        kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        if pa.types.is_list(kind):
            kind = pa.list_(kind.value_type)
        types[field.name] = next((name for name, type in ARROW_TYPES.items() if type == kind), str(kind))
    return types


def pyarrow_csv(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    types = {name: pa.string() if kind == "array" else ARROW_TYPES[kind] for name, kind in kinds.items()}
    table = pa.csv.read_csv(
        path,
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    return dict(kinds), rows_of(table)


def pandas_parquet(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    return pandas_rows(pd.read_parquet(path, dtype_backend="pyarrow"))


def pandas_arrow(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    return pandas_rows(pd.read_feather(path, dtype_backend="pyarrow"))


def pandas_rows(frame: pd.DataFrame) -> tuple[dict, list[dict]]:
    types = arrow_types(pa.Table.from_pandas(frame, preserve_index=False))
    types = {name: "string" if kind == "large_string" else kind for name, kind in types.items()}
    return types, frame.to_dict("records")


def pandas_csv(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    frame = pd.read_csv(
        path,
        dtype={name: PANDAS_TYPES.get(kind, "string") for name, kind in kinds.items()},
        keep_default_na=False,
        na_values=[""],
        encoding="utf-8",
    )
    return dict(kinds), frame.to_dict("records")


def polars_arrow(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    return polars_rows(pl.read_ipc(path))


def polars_parquet(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    return polars_rows(pl.read_parquet(path))


def polars_rows(frame: pl.DataFrame) -> tuple[dict, list[dict]]:
    types = {}
    for name, type in frame.schema.items():
        kind = pl.String if isinstance(type, (pl.Categorical, pl.Enum)) else type
        types[name] = next((key for key, value in POLARS_TYPES.items() if value == kind), str(kind))
    return types, frame.to_dicts()


def polars_csv(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    schema = {name: pl.String if kind in ("array", "datetime") else POLARS_TYPES[kind] for name, kind in kinds.items()}
    frame = pl.read_csv(path, schema=schema)
    return dict(kinds), frame.to_dicts()


def polars_jsonl(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    if Path(path).stat().st_size == 0:
        return dict(kinds), []
    schema = {name: pl.String if kind in ("date", "datetime") else POLARS_TYPES[kind] for name, kind in kinds.items()}
    return dict(kinds), pl.read_ndjson(path, schema=schema).to_dicts()


def pandas_jsonl(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    frame = pd.DataFrame(map(json.loads, open(path, encoding="utf-8", newline="\n")), columns=list(kinds), dtype=object)
    return dict(kinds), frame.to_dict("records")


def pyarrow_jsonl(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    if Path(path).stat().st_size == 0:
        return dict(kinds), []
    types = {name: pa.string() if kind in ("date", "datetime") else ARROW_TYPES[kind] for name, kind in kinds.items()}
    options = pa.json.ParseOptions(explicit_schema=pa.schema(types.items()))
    return dict(kinds), rows_of(pa.json.read_json(path, parse_options=options))


def duckdb_rows(query: str) -> tuple[dict, list[dict]]:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    relation = connection.sql(query)
    names = relation.columns
    types = {
        name: next((key for key, value in DUCKDB_TYPES.items() if value == str(type)), str(type))
        for name, type in zip(names, relation.types)
    }
    # DuckDB's days and times may lie outside Python's calendar: text is what is compared.
    cast = ", ".join(
        f'CAST("{name}" AS VARCHAR) AS "{name}"' if types[name] in ("date", "datetime") else f'"{name}"' for name in names
    )
    rows = connection.sql(f"SELECT {cast} FROM ({query})").fetchall()
    return types, [dict(zip(names, row)) for row in rows]


def duckdb_columns(kinds: dict, **overrides: str) -> str:
    types = {**DUCKDB_TYPES, **overrides}
    return "{" + ", ".join(f"'{name}': '{types[kind]}'" for name, kind in kinds.items()) + "}"


def duckdb_parquet(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    return duckdb_rows(f"SELECT * FROM read_parquet('{path}')")


def duckdb_csv(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    columns = duckdb_columns(kinds, array="JSON")
    _, rows = duckdb_rows(
        f"""SELECT * FROM read_csv('{path}', header = true, quote = '"', escape = '"', allow_quoted_nulls = false,
            columns = {columns})"""
    )
    return dict(kinds), rows


def duckdb_jsonl(path: str, kinds: dict) -> tuple[dict, list[dict]]:
    return duckdb_rows(f"SELECT * FROM read_json('{path}', format = 'newline_delimited', columns = {duckdb_columns(kinds)})")


READERS = {
    "csv": {"pandas": pandas_csv, "pyarrow": pyarrow_csv, "polars": polars_csv, "duckdb": duckdb_csv},
    "jsonl": {"pandas": pandas_jsonl, "pyarrow": pyarrow_jsonl, "polars": polars_jsonl, "duckdb": duckdb_jsonl},
    "arrow": {"pandas": pandas_arrow, "pyarrow": pyarrow_arrow, "polars": polars_arrow},
    "parquet": {"pandas": pandas_parquet, "pyarrow": pyarrow_parquet, "polars": polars_parquet, "duckdb": duckdb_parquet},
}

# pandas takes the empty string of a CSV file for missing, quoted or not.
EMPTY_IS_MISSING = {("csv", "pandas")}


# -- checks -----------------------------------------------------------------------------------------------------------


def first_difference(actual: list[dict], wanted: list[dict]) -> str:
    if len(actual) != len(wanted):
        return f"{len(actual)} rows for {len(wanted)}"
    for number, (one, other) in enumerate(zip(actual, wanted)):
        for name in other:
            if one.get(name) != other[name]:
                return f"row {number}, column {name}: {one.get(name)!r} for {other[name]!r}"
    return "columns differ"


def check_table(folder: Path, table: str, format: str, resource: dict, rows: list[dict]) -> None:
    kinds = kinds_of(resource)
    wanted = expected(rows, kinds)
    for reader, read in READERS[format].items():
        what = f"{folder.name} {table} {format} {reader}"
        try:
            parts = [read(str(folder / path), kinds) for path in paths(resource)]
        except Exception as error:  # a reader that cannot read the file is the finding
            check(what, False, f"{type(error).__name__}: {error}")
            continue
        for types, _ in parts:
            check(f"{what} types", types == kinds, f"{types} for {kinds}")
        actual = [{name: plain(row[name], kind) for name, kind in kinds.items()} for _, part in parts for row in part]
        want = wanted
        if (format, reader) in EMPTY_IS_MISSING:
            want = [{name: None if value == "" else value for name, value in row.items()} for row in wanted]
        check(f"{what} rows", actual == want, first_difference(actual, want))


# Columns that hold the words of a span, by the names of its ends.
SPANS = [
    ("start_char", "end_char", "text"),
    ("speaker_start", "speaker_end", "speaker"),
    ("cue_start", "cue_end", "cue"),
    ("evidence_start", "evidence_end", "evidence"),
]


def check_offsets(folder: Path, tables: dict[str, dict[str, dict]], truth: dict[str, list[dict]]) -> None:
    """text[start:end] in Python, and the same by SQL in DuckDB, which both count code points."""
    texts = {row["doc_id"]: row["text"] for row in truth["documents"]}
    for table, formats in tables.items():
        kinds = kinds_of(formats["jsonl"])
        for start, end, words in SPANS:
            if not {start, end, words, "doc_id"} <= kinds.keys() or (folder / "truth.json").exists() and words != "text":
                continue
            wrong = [
                row
                for row in truth[table]
                if row[start] is not None
                and row[words] is not None
                and texts.get(row["doc_id"]) is not None
                and texts[row["doc_id"]][row[start] : row[end]] != row[words]
            ]
            check(f"{folder.name} {table} {words} offsets in Python", not wrong, repr(wrong[:1]))
            if "parquet" not in formats:
                continue
            path, documents = (str(folder / paths(tables[name]["parquet"])[0]) for name in (table, "documents"))
            [(count,)] = duckdb.sql(
                f"""SELECT count(*) FROM '{path}' AS t JOIN '{documents}' AS d USING (doc_id)
                    WHERE t.{start} IS NOT NULL AND t.{words} IS NOT NULL AND d.text IS NOT NULL
                    AND substr(d.text, t.{start} + 1, t.{end} - t.{start}) <> t.{words}"""
            ).fetchall()
            check(f"{folder.name} {table} {words} offsets in SQL", count == 0, f"{count} rows")


def check_sums(folder: Path, tables: dict[str, dict[str, dict]]) -> None:
    """SHA256SUMS against the files, and the hashes and sizes in datapackage.json against SHA256SUMS."""
    sums = dict(reversed(line.split("  ", 1)) for line in lines(folder / "SHA256SUMS"))
    for path, sum in sums.items():
        check(f"{folder.name} sum of {path}", hashlib.sha256((folder / path).read_bytes()).hexdigest() == sum)
    for formats in tables.values():
        for resource in formats.values():
            size = 0
            for path in paths(resource):
                size += (folder / path).stat().st_size
                check(f"{folder.name} {path} is in SHA256SUMS", path in sums)
            check(f"{folder.name} {resource['name']} bytes", resource["bytes"] == size)
            if "hash" in resource:
                check(f"{folder.name} {resource['name']} hash", resource["hash"] == f"sha256:{sums[resource['path']]}")


def check_meaning(folder: Path, table: str, formats: dict[str, dict]) -> None:
    """The descriptions of the data package stand in the Arrow and Parquet files too."""
    if "arrow" in formats:
        schema = pa.ipc.open_file(str(folder / paths(formats["arrow"])[0])).schema
        for field in formats["arrow"]["schema"]["fields"]:
            metadata = schema.field(field["name"]).metadata or {}
            ok = metadata.get(b"description", b"").decode() == field.get("description", "")
            check(f"{folder.name} {table}.{field['name']} description in Arrow", ok, repr(metadata))
    if "parquet" in formats:
        metadata = pa.parquet.read_metadata(str(folder / paths(formats["parquet"])[0])).metadata
        columns = json.loads(metadata[b"columns"])
        for field in formats["parquet"]["schema"]["fields"]:
            ok = columns[field["name"]]["description"] == field.get("description", "")
            check(f"{folder.name} {table}.{field['name']} description in Parquet", ok)


def check_ddl(folder: Path, tables: dict[str, dict[str, dict]]) -> None:
    """The tables of docs/tables/duckdb.sql, with their keys, take the rows."""
    connection = duckdb.connect()
    connection.execute((Path(__file__).parent.parent.parent / "docs" / "tables" / "duckdb.sql").read_text())
    made = {name for (name,) in connection.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
    for table, formats in tables.items():
        if table not in made or "parquet" not in formats:
            continue
        for path in paths(formats["parquet"]):
            try:
                connection.execute(f"INSERT INTO {table} SELECT * FROM '{folder / path}'")
                check(f"{folder.name} {table} into duckdb.sql", True)
            except duckdb.Error as error:
                check(f"{folder.name} {table} into duckdb.sql", False, str(error))


def main(folders: list[str]) -> int:
    for folder in map(Path, folders):
        tables = tables_of(folder)
        truth = truth_of(folder, tables)
        for table, formats in tables.items():
            for format, resource in formats.items():
                check_table(folder, table, format, resource, truth[table])
            check_meaning(folder, table, formats)
        check_offsets(folder, tables, truth)
        check_sums(folder, tables)
        check_ddl(folder, tables)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
