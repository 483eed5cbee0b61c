"""What only all documents together can tell: copies, entities, events, dyads.

Spark groups and sorts; what a group comes to is decided by `readout worker --reduce`, which is made of the functions that
the build on one machine resolves with. No machine holds more than one group: an entity's sum, eight texts of a bucket, twenty-four
reports of a block, the reports of one event and its nearest likes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .components import Keep, components
from .stages import Reduce

#: Named reducer, and what its fields are called here.
OUTPUTS = {
    "keys": ["kind", "key", "order", "id", "value"],
    "repeats": ["place", "row"],
    "entities": ["entity_id", "row"],
    "copies": ["b", "a"],
    "pairs": ["a", "b"],
    "events": ["kind", "key", "value"],
    "dyads": ["key", "row"],
}


@dataclass(frozen=True)
class Resolved:
    entities: DataFrame  # entity_id, row
    heads: DataFrame  # doc_id, head: documents that are copies
    events: DataFrame  # key (event_id), value (row)
    event_of: DataFrame  # event_mention_id, event_id
    dyads: DataFrame  # key, row


@dataclass(frozen=True)
class Engine:
    """Reducers by name, and a place to keep what they give."""

    reducer: Callable[[str, pa.Schema], Reduce]
    keep: Keep
    partitions: int

    def run(self, name: str, rows: DataFrame, *sort: str) -> DataFrame:
        """Rows through a reducer; grouped by their first column and sorted where a sort is given. Texts and bytes alone."""
        fields = rows.columns
        if sort:
            rows = rows.repartition(self.partitions, fields[0]).sortWithinPartitions(*sort)
        schema = pa.schema([(column, pa.string()) for column in OUTPUTS[name]])
        ddl = ", ".join(f"`{column}` string" for column in OUTPUTS[name])
        sent = [field for field in fields if not field.startswith("sort_")]
        return rows.select(*sent).mapInArrow(self.reducer(name, schema), ddl)


def resolve(documents: DataFrame, engine: Engine) -> Resolved:
    """Of nested rows, one a document, each document once."""
    keep = engine.keep
    keys = keep(engine.run("keys", documents.select("summary", "bands", "sightings", "reports")), "keys")
    kind = {name: keys.where(F.col("kind") == name) for name in ("entity", "band", "report", "block")}
    entities = keep(engine.run("entities", kind["entity"].select("key", "value"), "key"), "entities")
    heads = keep(_copies(kind["band"], documents, engine), "heads")
    reports = kind["report"].select(
        F.col("key").alias("id"), F.col("order").alias("place"), F.col("id").alias("doc_id"), F.col("value").alias("report")
    )
    pairs = keep(_pairs(kind["block"], reports, engine), "pairs")
    merged = keep(_events(reports, pairs, heads, entities, engine), "events")
    of = {name: merged.where(F.col("kind") == name) for name in ("event", "mention", "dyad")}
    return Resolved(
        entities=entities,
        heads=heads,
        events=of["event"].select("key", "value"),
        event_of=of["mention"].select(F.col("key").alias("event_mention_id"), F.col("value").alias("event_id")),
        dyads=keep(engine.run("dyads", of["dyad"].select("key", "value"), "key"), "dyads"),
    )


def _copies(bands: DataFrame, documents: DataFrame, engine: Engine) -> DataFrame:
    """Columns `doc_id`, `head` of documents that are near-copies of another."""
    bands = _met(bands.select("key", F.col("order").alias("order"), F.col("id").alias("doc_id")))
    texts = bands.join(documents.select("doc_id", "shingles"), "doc_id").select("key", "order", "shingles")
    edges = engine.run("copies", texts, "key", "order")
    labels = components(edges, engine.keep, "copies")
    # Nodes are named by the order of heads, `day doc_id`: the smallest of a cluster is its head.
    id_of = [F.substring_index(column, " ", -1) for column in ("node", "component")]
    return labels.where("node <> component").select(id_of[0].alias("doc_id"), id_of[1].alias("head"))


def _pairs(blocks: DataFrame, reports: DataFrame, engine: Engine) -> DataFrame:
    blocks = _met(blocks.select("key", F.col("order").cast("bigint").alias("sort_day"), "id"))
    rows = blocks.join(reports.select("id", "report"), "id")
    return engine.run("pairs", rows.select("key", "report", "sort_day", F.col("id").alias("sort_id")), "key", "sort_day", "sort_id")


def _events(
    reports: DataFrame, pairs: DataFrame, heads: DataFrame, entities: DataFrame, engine: Engine
) -> DataFrame:
    groups = components(pairs, engine.keep, "groups")
    group_of = groups.select(F.col("node").alias("id"), F.col("component").alias("group"))
    rows = (
        reports.join(group_of, "id", "left")
        .join(heads, "doc_id", "left")
        .join(entities.select(F.col("entity_id").alias("place"), F.col("row").alias("place_row")), "place", "left")
        .select(F.coalesce("group", "id").alias("group"), "report", "head", "place_row")
    )
    return engine.run("events", rows, "group")


def _met(rows: DataFrame) -> DataFrame:
    """Rows of keys that more than one row has: the others meet nobody, and need not be carried about."""
    shared = rows.groupBy("key").count().where("count > 1").select("key")
    return rows.join(shared, "key", "left_semi")
