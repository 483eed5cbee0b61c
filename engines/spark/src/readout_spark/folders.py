"""Folders that every machine sees, through Hadoop's file systems: local and NFS, HDFS, S3, GCS, ABFS, DBFS."""

from __future__ import annotations

import json
from typing import Any

from pyspark.sql import SparkSession

#: Stands in a finished dataset, written last; tells our folders from those of others.
MANIFEST = "manifest.json"


class Folders:
    def __init__(self, spark: SparkSession, out: str) -> None:
        self._jvm = spark._jvm  # type: ignore[attr-defined]
        self._configuration = spark._jsc.hadoopConfiguration()  # type: ignore[attr-defined]
        self.out = self._absolute(out)
        self._fs = self._path(self.out).getFileSystem(self._configuration)
        self.temporary = f"{self.out}.tmp-{spark.sparkContext.applicationId}"

    def check(self) -> None:
        """Raises `RuntimeError` where the output folder is somebody else's."""
        if not self._fs.exists(self._path(self.out)):
            return
        if len(self._fs.listStatus(self._path(self.out))) > 0 and not self._fs.exists(
            self._path(f"{self.out}/{MANIFEST}")
        ):
            raise RuntimeError(f"{self.out}: is not a dataset of readout-spark's, and is left alone")

    def publish(self, dataset: str, manifest: dict[str, Any]) -> None:
        """Puts a finished folder in its place; the manifest is the last file written, the old dataset goes after that."""
        stream = self._fs.create(self._path(f"{dataset}/{MANIFEST}"), True)
        try:
            stream.write(bytearray(json.dumps(manifest, indent=2, sort_keys=True).encode()))
        finally:
            stream.close()
        old = f"{self.temporary}/old"
        if self._fs.exists(self._path(self.out)):
            self._rename(self.out, old)
        self._rename(dataset, self.out)

    def discard(self) -> None:
        self._fs.delete(self._path(self.temporary), True)

    def _rename(self, source: str, target: str) -> None:
        if not self._fs.rename(self._path(source), self._path(target)):
            raise RuntimeError(f"{source}: cannot be renamed to {target}")

    def _absolute(self, out: str) -> str:
        path = self._path(out)
        return path.getFileSystem(self._configuration).makeQualified(path).toString().rstrip("/")

    def _path(self, path: str) -> Any:
        return self._jvm.org.apache.hadoop.fs.Path(path)
