"""Where the tests find the command and the pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from readout_spark import Readout

ROOT = Path(__file__).resolve().parents[3]
PAGES = ROOT / "datasets/syria-diplomacy/raw"
SOURCES = ROOT / "datasets/syria-diplomacy/sources.csv"
SCRIPT = ROOT / "packages/pipeline/bin/readout.js"
READOUT = Readout(script=str(SCRIPT))
POISONED = Readout(script=str(SCRIPT), annotator=str(Path(__file__).with_name("poison_worker.mjs")))


def build_on_one_machine(pages: Path, out: Path) -> None:
    subprocess.run(
        ["node", SCRIPT, "build", pages, "--sources", SOURCES, "--out", out, "--format", "parquet", "--cache", "none"],
        check=True,
        capture_output=True,
    )
