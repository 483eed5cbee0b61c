"""Documents that break their worker, without Spark: the ladder of packages/pipeline/src/worker/worker-pool.ts."""

import json
import os
import signal
import tempfile
import time
import unittest
from dataclasses import replace
from pathlib import Path
from typing import Iterator

from readout_spark.annotate import Item, Session
from readout_spark.frames import split_headed
from readout_spark.plan import make_plan
from readout_spark.processes import Child, WorkerRefused

from places import POISONED, READOUT

POISON = {"b.txt": "POISON die. He is dead.", "d.txt": "POISON throw.", "f.txt": "POISON hang for ever."}


def session(plan, readout=POISONED, patience=lambda size: 4.0) -> Session:
    hello = {"protocol": 1, "engine": plan.engine, "options": {"layout": "plain", "text": "full"}}
    return Session(readout, hello, plan.lost_codes, patience)


def lines_of(item: Item) -> bytes:
    return split_headed(item.answer)[1]


class Poison(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for index, name in enumerate("abcdefgh"):
            text = f"Envoy {index} met Sergei Lavrov in London on 3 May 2015. “It is late,” he said."
            (self.folder / f"{name}.txt").write_text(POISON.get(f"{name}.txt", text))
        self.plan = make_plan(READOUT, [str(self.folder)], None)
        self.shards = [(index, shard.encode()) for index, shard in enumerate(self.plan.shards)]

    def run_session(self, one: Session) -> dict[str, Item]:
        self.addCleanup(one.close)
        names = sorted(os.listdir(self.folder))
        return {names[item.shard]: item for item in one.annotate(iter(self.shards))}

    def test_poison_keeps_its_text_and_its_neighbours_their_rows(self) -> None:
        items = self.run_session(session(self.plan))
        for name in POISON:
            self.assertEqual(items[name].status, "text")
        told = {name: lines_of(items[name]).decode("utf-8", "replace") for name in POISON}
        self.assertIn("worker_crash", told["b.txt"])
        self.assertIn("ended by SIGKILL", told["b.txt"])
        self.assertIn("RangeError: poisoned", told["d.txt"])
        self.assertIn("worker_timeout", told["f.txt"])
        healthy = self.run_session(session(self.plan, READOUT))
        for name in set(items) - set(POISON):
            self.assertEqual(items[name].status, "annotated")
            self.assertEqual(lines_of(items[name]), lines_of(healthy[name]))

    def test_a_worker_killed_from_outside_changes_nothing(self) -> None:
        for name in POISON:
            (self.folder / name).write_text("Nothing happened in Vienna.")
        self.shards *= 12
        calm, struck = session(self.plan), session(self.plan)
        expected = sorted((item.shard, lines_of(item)) for item in self.run_all(calm))
        found = []
        for number, item in enumerate(self.run_all(struck)):
            found.append((item.shard, lines_of(item)))
            if number in (20, 60):
                os.kill(struck._annotator.pid, signal.SIGKILL)
        self.assertEqual(sorted(found), expected)

    def run_all(self, one: Session) -> Iterator[Item]:
        self.addCleanup(one.close)
        return one.annotate(iter(self.shards))

    def test_what_not_even_gives_its_text_is_a_diagnostic_in_the_command_s_words(self) -> None:
        broken = replace(POISONED, annotator=str(Path(__file__).with_name("always_dies.mjs")))
        one = session(self.plan, broken)
        self.addCleanup(one.close)
        [item] = one.annotate(iter(self.shards[:1]))
        self.assertEqual(item.status, "lost")
        row = json.loads(item.diagnostic)
        self.assertEqual((row["source"], row["code"], row["severity"]), ("a.txt", "worker_crash", "error"))
        self.assertTrue(row["message"].startswith("annotation failed: ended by SIGKILL"))

    def test_a_session_left_early_ends_its_children(self) -> None:
        one = session(self.plan, READOUT)
        items = one.annotate(iter(self.shards * 20))
        next(items)
        pids = [child.pid for child in (one._reader, one._annotator) if child is not None]
        items.close()
        for pid in pids:
            with self.assertRaises(ProcessLookupError):
                os.kill(pid, 0)

    def test_another_engine_is_refused(self) -> None:
        engine = {**self.plan.engine, "code": "0" * 64}
        hello = {"protocol": 1, "engine": engine, "options": {"layout": "plain", "text": "full"}}
        child = Child(READOUT.command("--stdio"), hello)
        self.addCleanup(child.kill)
        with self.assertRaises(WorkerRefused):
            while True:
                if child.wants_to_write:
                    child.write_some()
                child.read_some()
                time.sleep(0.02)


if __name__ == "__main__":
    unittest.main()
