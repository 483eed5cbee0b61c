"""`readout-spark`, and the script for `spark-submit`."""

from __future__ import annotations

import argparse
import json
import sys

from pyspark.sql import SparkSession

from .build import Build, build
from .processes import Readout


def main() -> None:
    arguments = _parser().parse_args()
    spark = SparkSession.builder.appName("readout").getOrCreate()
    try:
        manifest = build(
            spark,
            Build(
                inputs=tuple(arguments.inputs),
                out=arguments.out,
                layout=arguments.layout,
                text=arguments.text,
                sources=arguments.sources,
                partitions=arguments.partitions,
                readout=Readout(node=arguments.node, script=arguments.readout),
            ),
        )
    except RuntimeError as error:
        print(f"readout-spark: {error}", file=sys.stderr)
        sys.exit(1)
    finally:
        spark.stop()
    print(json.dumps(manifest, indent=2, sort_keys=True))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="readout-spark", description="News pages in, tables out, on a cluster.")
    parser.add_argument("inputs", nargs="+", help="files and folders that all machines see, or s3://, gs://, hdfs:// addresses")
    parser.add_argument("--out", required=True, help="folder for the dataset, which appears whole or not at all")
    parser.add_argument("--layout", choices=["page", "plain"], default="page")
    parser.add_argument("--text", choices=["full", "none"], default="full")
    parser.add_argument("--sources", help="CSV with file, url, title, publisher, published")
    parser.add_argument("--partitions", type=int, help="tasks of the map stage; default: four for each core")
    parser.add_argument("--node", default="node", help="the node binary, on every machine")
    parser.add_argument("--readout", default="readout/bin/readout.js", help="the command's script, on every machine")
    return parser


if __name__ == "__main__":
    main()
