"""What hangs together: connected components, on the driver where they are few, else by min-label rounds of shuffles."""

from __future__ import annotations

from typing import Callable, Iterable

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

#: Writes a frame where every machine sees it and reads it back, so that nothing before it is computed again.
Keep = Callable[[DataFrame, str], DataFrame]

#: Edges that the driver takes upon itself: some 100 MB of Python, and a second instead of some thirty jobs.
ON_DRIVER = 200_000


def components(edges: DataFrame, keep: Keep, name: str, on_driver: int = ON_DRIVER) -> DataFrame:
    """Columns `node` and `component`, the smallest node that a node hangs together with, for all nodes of the edges `a`, `b`.

    Every choice is a minimum: neither order nor number of machines shows, nor which of the two ways was taken.
    """
    ordered = edges.where("a <> b").select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b"))
    now = keep(ordered.distinct(), name)
    if now.count() <= on_driver:
        labels = _labels((row["a"], row["b"]) for row in now.collect())
        return edges.sparkSession.createDataFrame(sorted(labels.items()), "node string, component string")
    return _rounds(now, keep, name)


def _labels(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        x, y = root(a), root(b)
        parent[max(x, y)] = min(x, y)
    return {node: root(node) for node in parent}


def _rounds(now: DataFrame, keep: Keep, name: str) -> DataFrame:
    """Alternating large-star and small-star (Kiveris et al., "Connected Components in MapReduce and Beyond", 2014): O(log² n)
    rounds, and no machine holds more than the neighbours of one node."""
    number = 0
    while True:
        number += 1
        stars = keep(_small_star(_large_star(now)), f"{name}-{number}")
        if stars.count() == now.count() and stars.exceptAll(now).isEmpty():
            break
        now = stars
    centres = now.select(F.col("b").alias("node"), F.col("b").alias("component")).distinct()
    return now.select(F.col("a").alias("node"), F.col("b").alias("component")).union(centres)


def _large_star(edges: DataFrame) -> DataFrame:
    """Joins the larger neighbours of each node to its smallest neighbour, itself included."""
    both = edges.union(edges.select(F.col("b").alias("a"), F.col("a").alias("b")))
    least = both.groupBy("a").agg(F.min("b").alias("least")).select("a", F.least("a", "least").alias("least"))
    return both.join(least, "a").where("b > a").select(F.col("b").alias("a"), F.col("least").alias("b")).distinct()


def _small_star(edges: DataFrame) -> DataFrame:
    """Joins each node and its smaller neighbours to the smallest of them; edges lead from larger to smaller."""
    least = edges.groupBy("a").agg(F.min("b").alias("least"))
    joined = edges.join(least, "a")
    neighbours = joined.where("b <> least").select(F.col("b").alias("a"), F.col("least").alias("b"))
    return neighbours.union(least.select("a", F.col("least").alias("b"))).distinct()
