"""The whole job: shards → nested rows → what the corpus tells → tables as Parquet, published whole or not at all."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from .folders import Folders
from .plan import Plan, make_plan
from .processes import Readout
from .resolve import Engine, Resolved, resolve
from .stages import Annotate, Reduce
from .tables import Table

#: Share of documents of which no more than the text may be kept, before the job counts as failed; a few always may.
MOST_QUARANTINED = 0.001
FEW = 5
#: Rows that a file of Parquet holds at most.
ROWS_A_FILE = 1_000_000


@dataclass(frozen=True)
class Build:
    """What is to be done. `inputs` are paths that all machines see, or addresses of an object store."""

    inputs: tuple[str, ...]
    out: str
    layout: str = "page"
    text: str = "full"
    sources: str | None = None
    #: Tasks of the map stage; null: four for each core, never more than input files.
    partitions: int | None = None
    readout: Readout = field(default_factory=Readout)


def build(spark: SparkSession, what: Build) -> dict[str, Any]:
    """Builds a dataset and gives its manifest: rows by table, documents by status, versions. Raises `RuntimeError`."""
    plan = make_plan(what.readout, what.inputs, what.sources)
    if not plan.shards:
        raise RuntimeError(f"{', '.join(what.inputs)}: nothing to read there")
    _ship(spark)
    _configure(spark)
    folders = Folders(spark, what.out)
    folders.check()
    try:
        return _build(spark, what, plan, folders)
    finally:
        folders.discard()


def _build(spark: SparkSession, what: Build, plan: Plan, folders: Folders) -> dict[str, Any]:
    hello = {"protocol": 1, "engine": plan.engine, "options": {"layout": what.layout, "text": what.text}}

    def keep(frame: DataFrame, name: str) -> DataFrame:
        path = f"{folders.temporary}/work/{name}"
        frame.write.parquet(path)
        # What was written is known: reading it back need not look.
        return spark.read.schema(frame.schema).parquet(path)

    engine = Engine(
        reducer=lambda name, schema: Reduce(what.readout, hello, name, schema),
        keep=keep,
        partitions=int(spark.conf.get("spark.sql.shuffle.partitions") or 200),
    )
    nested = keep(_annotated(spark, what, plan, hello), "nested")
    nested, repeats = _each_once(nested, engine)
    statuses, sizes = _count(nested, plan)
    _refuse_failure(statuses)
    documents = nested.where(F.col("doc_id").isNotNull())
    resolved = resolve(documents, engine)
    corpus = {"entities": resolved.entities, "events": resolved.events, "dyads": resolved.dyads}
    sizes.update((name, frame.count()) for name, frame in corpus.items())
    dataset = f"{folders.temporary}/dataset"
    rows = {
        table.name: _write(
            _rows_of(spark, table, plan, nested, repeats, resolved), table, dataset, sizes.get(table.name, 0)
        )
        for table in plan.tables.all
    }
    if rows["documents"] != sum(statuses.get(status, 0) for status in ("annotated", "text")):
        raise RuntimeError(f"{rows['documents']} rows of documents, where {statuses} were annotated")
    manifest = {
        "engine": plan.engine,
        "options": {"layout": what.layout, "text": what.text},
        "inputs": len(plan.shards),
        "statuses": statuses,
        "rows": rows,
        "spark": spark.version,
    }
    folders.publish(dataset, manifest)
    return manifest


def _annotated(spark: SparkSession, what: Build, plan: Plan, hello: dict[str, Any]) -> DataFrame:
    context = spark.sparkContext
    tasks = what.partitions or min(len(plan.shards), 4 * context.defaultParallelism)
    shards = context.parallelize(list(enumerate(plan.shards)), tasks)
    frame = spark.createDataFrame(shards, "shard int, description string")
    annotate = Annotate(what.readout, hello, plan.lost_codes, plan.tables)
    return frame.mapInArrow(annotate, from_arrow_schema(plan.tables.nested_schema()))


def _each_once(nested: DataFrame, engine: Engine) -> tuple[DataFrame, DataFrame]:
    """Each document where it stands first, and rows (`shard`, `record`, `row`) of diagnostics for where it stands again."""
    known = nested.where(F.col("doc_id").isNotNull())
    often = known.groupBy("doc_id").count().where("count > 1").select("doc_id")
    again = known.join(often, "doc_id").select(
        "doc_id",
        F.col("documents")[0]["source"].alias("source"),
        F.concat_ws(" ", "shard", "record").alias("place"),
        F.col("shard").alias("sort_shard"),
        F.col("record").alias("sort_record"),
    )
    repeats = engine.keep(engine.run("repeats", again, "doc_id", "sort_shard", "sort_record"), "repeats")
    place = F.split("place", " ")
    repeats = repeats.select(place[0].cast("int").alias("shard"), place[1].cast("int").alias("record"), "row")
    return nested.join(repeats.select("shard", "record"), ["shard", "record"], "left_anti"), repeats


def _count(nested: DataFrame, plan: Plan) -> tuple[dict[str, int], dict[str, int]]:
    """Records by status, and rows of each table that documents fill."""
    sums = [F.sum(F.size(name)).alias(name) for name in plan.tables.of_documents]
    counted = nested.groupBy("status").agg(F.count("*").alias("records"), *sums).collect()
    return (
        {row["status"]: row["records"] for row in counted},
        {name: sum(row[name] for row in counted) for name in plan.tables.of_documents},
    )


def _refuse_failure(statuses: dict[str, int]) -> None:
    lost = statuses.get("text", 0) + statuses.get("lost", 0)
    documents = lost + statuses.get("annotated", 0)
    if lost > max(FEW, MOST_QUARANTINED * documents) or (documents > 0 and lost == documents):
        raise RuntimeError(f"{lost} of {documents} documents could not be annotated; nothing was written")


def _rows_of(
    spark: SparkSession, table: Table, plan: Plan, nested: DataFrame, repeats: DataFrame, resolved: Resolved
) -> DataFrame:
    """Rows of a table with columns to sort by, `sort_…`, before its own."""
    name = table.name
    if name == "entities":
        return _from_json(resolved.entities, "row", table)
    if name == "events":
        return _from_json(resolved.events, "value", table)
    if name == "dyads":
        return _from_json(resolved.dyads, "row", table)
    rows = nested.select(
        F.col("shard").alias("sort_shard"),
        F.col("record").alias("sort_record"),
        F.posexplode(name).alias("sort_row", "cells"),
    ).select("sort_shard", "sort_record", "sort_row", "cells.*")
    if name == "documents":
        rows = rows.drop("duplicate_of").join(resolved.heads.withColumnRenamed("head", "duplicate_of"), "doc_id", "left")
    if name == "event_mentions":
        rows = rows.join(resolved.event_of, "event_mention_id", "left")
    if name == "diagnostics":
        rows = rows.select("sort_shard", "sort_record", "sort_row", *(column for column, _ in table.columns))
        rows = rows.union(_told(spark, plan, repeats, table).select(rows.columns))
    kinds = {one.name: one.dataType for one in table.spark_type().fields}
    own = [F.col(column).cast(kinds[column]).alias(column) for column, _ in table.columns]
    return rows.select("sort_shard", "sort_record", "sort_row", *own)


def _told(spark: SparkSession, plan: Plan, repeats: DataFrame, table: Table) -> DataFrame:
    """Diagnostics on inputs that were skipped, before all others, and on documents that stand there twice, in their place."""
    skipped = spark.createDataFrame(
        [(-1, index, row) for index, row in enumerate(plan.diagnostics)], "shard int, record int, row string"
    )
    rows = skipped.union(repeats)
    cells = F.from_json("row", table.spark_type(), {"mode": "FAILFAST"}).alias("cells")
    return rows.select(
        F.col("shard").alias("sort_shard"), F.col("record").alias("sort_record"), F.lit(0).alias("sort_row"), cells
    ).select("sort_shard", "sort_record", "sort_row", "cells.*")


def _from_json(rows: DataFrame, column: str, table: Table) -> DataFrame:
    cells = rows.select(F.from_json(column, table.spark_type(), {"mode": "FAILFAST"}).alias("cells")).select("cells.*")
    return cells.select(*(F.col(key).alias(f"sort_{key}") for key in table.key), "*")


def _write(rows: DataFrame, table: Table, dataset: str, size: int) -> int:
    """Parquet in the order of the rows on one machine, over as many files as their number asks for. Gives the rows written."""
    path = f"{dataset}/parquet/{table.name}"
    sort = [column for column in rows.columns if column.startswith("sort_")]
    own = [column for column, _ in table.columns]
    files = 1 + size // ROWS_A_FILE
    placed = rows.coalesce(1) if files == 1 else rows.repartitionByRange(files, *sort)
    placed.sortWithinPartitions(*sort).select(*own).write.option("compression", "zstd").parquet(path)
    return rows.sparkSession.read.schema(table.spark_type()).parquet(path).count()


#: Applications that have the package already.
_shipped: set[str] = set()


def _ship(spark: SparkSession) -> None:
    """This package, for executors that do not have it. They fetch it whenever they start: it stays until the driver ends."""
    context = spark.sparkContext
    if context.applicationId in _shipped:
        return
    folder = tempfile.mkdtemp(prefix="readout-spark-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    here = os.path.dirname(os.path.abspath(__file__))
    archive = os.path.join(folder, "readout_spark")
    context.addPyFile(shutil.make_archive(archive, "zip", os.path.dirname(here), os.path.basename(here)))
    _shipped.add(context.applicationId)


def _configure(spark: SparkSession) -> None:
    # Rows carry days, and no time of ours has a zone of its own.
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    # Arrow counts rows; a row of ours may be a page of megabytes.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
