"""Runs every statement of docs/joins.md with DuckDB on datasets, and checks that the views hold what they promise.

    run_joins.py DATASET_DIR ...
"""
import os
import pathlib
import re
import sys

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
STATEMENTS = [
    statement
    for block in re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "joins.md").read_text("utf8"), re.S)
    for statement in block.split(";")
    if statement.strip()
]
# Zero where a view keeps its promise: no row of an event that is no fact, every actual mention once.
CHECKS = {
    "plover": "SELECT count(*) FROM plover JOIN 'parquet/events.parquet' e ON e.event_id = id WHERE e.status <> 'actual'",
    "polecat": 'SELECT count(*) FROM polecat p JOIN \'parquet/events.parquet\' e ON e.event_id = p."Event ID" WHERE e.status <> \'actual\'',
    "gdelt_mentions": "SELECT (SELECT count(*) FROM gdelt_mentions) - (SELECT count(*) FROM 'parquet/event_mentions.parquet' WHERE status = 'actual')",
}


def main(datasets: list[str]) -> int:
    passed = failed = 0
    here = os.getcwd()
    for dataset in datasets:
        os.chdir(os.path.join(here, dataset))
        connection = duckdb.connect()
        for statement in STATEMENTS + list(CHECKS.values()):
            try:
                rows = connection.execute(statement).fetchall()
                if statement in CHECKS.values() and rows[0][0] != 0:
                    raise AssertionError(rows)
                passed += 1
            except Exception as error:  # noqa: BLE001 - every kind of failure is one line of the report
                failed += 1
                print(f"{dataset}: {error}\n{statement.strip()}")
        os.chdir(here)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
