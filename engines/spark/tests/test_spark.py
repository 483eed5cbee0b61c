"""The job on a real Spark of several processes, against the build on one machine."""

import json
import os
import signal
import tempfile
import threading
import time
import unittest
from pathlib import Path

from pyspark.sql import SparkSession
from readout_spark import Build, build
from readout_spark.components import components

import rows
from places import PAGES, POISONED, READOUT, SOURCES, build_on_one_machine

MASTER = os.environ.get("READOUT_SPARK_MASTER", "local-cluster[2,1,1024]")


def setUpModule() -> None:
    global spark
    settings = {
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        # Many small jobs: planning and compiling them is all they cost.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.adaptive.enabled": "false",
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master(MASTER).appName("readout tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")


def tearDownModule() -> None:
    spark.stop()


class Equality(unittest.TestCase):
    """Pages of a dataset; some that break their worker; a page that stands there twice."""

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.place = Path(folder.name)
        pages = cls.place / "pages"
        pages.mkdir()
        for page in PAGES.iterdir():
            (pages / page.name).write_bytes(page.read_bytes())
        again = next(iter(sorted(pages.iterdir())))
        (pages / "zz").mkdir()
        (pages / "zz" / again.name).write_bytes(again.read_bytes())
        (pages / "zz" / "notes.xyz").write_text("no ending that is known")
        text = "Envoy {} met Sergei Lavrov in London on {} May 2015. “It is late,” he said."
        lines = [json.dumps({"id": str(day), "text": text.format(day, day)}) for day in range(1, 20)]
        (pages / "zz" / "archive.jsonl").write_text("\n".join(lines) + "\nno JSON\n")
        cls.pages = pages
        build_on_one_machine(pages, cls.place / "one")

    def compare(self, out: Path, left_out: str | None = None) -> None:
        expected = self.place / "one"
        self.assertEqual(rows.tables(out), rows.tables(expected))
        for table in rows.tables(expected):
            with self.subTest(table):
                columns, given = rows.read(expected, table)
                found_columns, found = rows.read(out, table)
                found = [row for row in found if left_out is None or left_out not in row]
                self.assertEqual(found_columns, columns)
                self.assertEqual(rows.digest(found), rows.digest(given))
                # Whoever reads the files by name gets the order of one machine, too.
                self.assertEqual(found, given)

    def test_rows_equal_those_of_one_machine_while_workers_are_killed(self) -> None:
        # One child of each Python worker: a document whose second worker dies, too, counts as guilty.
        self.build_under_fire("worker --stdio", self.place / "cluster")

    def test_rows_equal_those_of_one_machine_while_executors_are_killed(self) -> None:
        # All of the Spark master's children: their blocks go with them, and their tasks run again on new ones.
        self.build_under_fire("CoarseGrainedExecutorBackend", self.place / "orphaned")

    def build_under_fire(self, command: str, out: Path) -> None:
        """Builds while two processes with these words in their command, of different parents or different themselves, are killed."""
        done = threading.Event()
        killed: list[int] = []

        def strike() -> None:
            struck: set[int] = set()
            while not done.is_set() and len(struck) < 2:
                # Not before pages are annotated: until then there is nothing to lose.
                for pid, parent in _ours(command) if _ours("worker --stdio") else []:
                    mark = parent if command.startswith("worker") else pid
                    if mark not in struck and len(struck) < 2:
                        struck.add(mark)
                        time.sleep(1)
                        try:
                            os.kill(pid, signal.SIGKILL)
                            killed.append(pid)
                        except ProcessLookupError:
                            pass
                time.sleep(0.2)

        thread = threading.Thread(target=strike)
        thread.start()
        try:
            manifest = build(spark, self.what(out))
        finally:
            done.set()
            thread.join()
        self.assertGreater(len(killed), 0)
        self.assertEqual(manifest["statuses"].get("text", 0), 0)
        self.compare(out)
        self.assertEqual(os.listdir(self.place).count(out.name), 1)
        self.assertFalse([name for name in os.listdir(self.place) if ".tmp-" in name])

    def test_poison_ends_in_diagnostics_and_the_rest_is_equal(self) -> None:
        for kind in ("die", "throw"):
            (self.pages / f"poison-{kind}.txt").write_text(f"POISON {kind}")
            self.addCleanup((self.pages / f"poison-{kind}.txt").unlink)
        out = self.place / "poisoned"
        manifest = build(spark, self.what(out, POISONED))
        self.assertEqual(manifest["statuses"]["text"], 2)
        _, documents = rows.read(out, "documents")
        poisoned = {row["source"]: row["doc_id"] for row in map(json.loads, documents) if "POISON" in row["text"]}
        self.assertEqual(sorted(poisoned), ["poison-die.txt", "poison-throw.txt"])
        _, diagnostics = rows.read(out, "diagnostics")
        told = [json.loads(row) for row in diagnostics if "poison-" in row]
        self.assertEqual({row["code"] for row in told}, {"worker_crash"})
        self.compare(out, left_out='"source": "poison-')

    def what(self, out: Path, readout=READOUT) -> Build:
        return Build(inputs=(str(self.pages),), out=str(out), sources=str(SOURCES), partitions=5, readout=readout)


class Refusals(unittest.TestCase):
    def test_a_folder_of_somebody_else_is_left_alone(self) -> None:
        with tempfile.TemporaryDirectory() as out:
            kept = Path(out) / "thesis.txt"
            kept.write_text("mine")
            with self.assertRaisesRegex(RuntimeError, "is left alone"):
                build(spark, Build(inputs=(str(PAGES),), out=out, readout=READOUT))
            self.assertEqual(kept.read_text(), "mine")

    def test_an_input_that_does_not_exist_is_told(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "no such file or folder"):
            build(spark, Build(inputs=("/nowhere/at/all",), out="/tmp/unused", readout=READOUT))


class Components(unittest.TestCase):
    def test_rounds_give_what_the_driver_gives(self) -> None:
        # A chain whose names are out of order, a star, a ring, a loop, an edge told twice.
        edges = [("d", "a"), ("b", "d"), ("c", "b"), ("m", "k"), ("m", "l"), ("x", "y"), ("y", "z"), ("z", "x")]
        edges += [("q", "q"), ("a", "d")]
        with tempfile.TemporaryDirectory() as folder:

            def keep(frame, name):
                frame.write.parquet(f"{folder}/{name}")
                return spark.read.parquet(f"{folder}/{name}")

            frame = spark.createDataFrame(edges, "a string, b string")
            found = [
                sorted(map(tuple, components(frame, keep, name, on_driver).collect()))
                for name, on_driver in (("driver", 100), ("rounds", 0))
            ]
        expected = {"abcd": "a", "klm": "k", "xyz": "x"}
        self.assertEqual(found[0], sorted((node, root) for nodes, root in expected.items() for node in nodes))
        self.assertEqual(found[1], found[0])


def _ours(words: str) -> list[tuple[int, int]]:
    """Processes with these words in their command, with their parents: descendants of this one, whatever else the machine runs."""
    parents: dict[int, int] = {}
    commands: dict[int, str] = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            stat = Path(f"/proc/{entry}/stat").read_text()
            commands[int(entry)] = Path(f"/proc/{entry}/cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        parents[int(entry)] = int(stat.rsplit(")", 1)[1].split()[1])

    def ours(pid: int) -> bool:
        while pid in parents and pid > 1:
            if pid == os.getpid():
                return True
            pid = parents[pid]
        return False

    return [(pid, parents[pid]) for pid, command in commands.items() if words in command and ours(pid)]


if __name__ == "__main__":
    unittest.main()
