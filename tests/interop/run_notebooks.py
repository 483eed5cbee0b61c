"""Executes the notebooks, the R script and the TypeScript example on built datasets.

    python run_notebooks.py [--write] DIR [DIR ...]

With --write, the outputs of the first dataset are written into the notebooks.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

REPOSITORY = Path(__file__).resolve().parent.parent.parent
NOTEBOOKS = REPOSITORY / "notebooks"
passed = 0
failed = 0


def check(what: str, problem: str) -> None:
    global passed, failed
    if problem:
        failed += 1
        print(f"FAILED {what}: {problem[-1500:]}")
    else:
        passed += 1


def execute(notebook: Path, dataset: Path, write: bool) -> None:
    os.environ["READOUT_DATASET"] = str(dataset)
    content = nbformat.read(notebook, as_version=4)
    try:
        NotebookClient(
            content,
            timeout=300,
            kernel_name="python3",
            resources={"metadata": {"path": str(NOTEBOOKS)}},
        ).execute()
    except Exception as error:  # what a cell raises is the finding
        check(f"{notebook.name} on {dataset}", str(error))
        return
    check(f"{notebook.name} on {dataset}", "")
    if write:
        for cell in content.cells:
            # When a cell ran would change the file at every run.
            cell.metadata.pop("execution", None)
        content.metadata.pop("widgets", None)
        content.metadata["language_info"] = {"name": "python"}
        nbformat.write(content, notebook)


def run(what: str, command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=NOTEBOOKS, timeout=300)
    check(what, "" if done.returncode == 0 and done.stdout else f"{done.stdout}\n{done.stderr or 'no output'}")


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    for number, folder in enumerate(Path(argument).resolve() for argument in arguments if argument != "--write"):
        for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
            execute(notebook, folder, write and number == 0)
        if shutil.which("Rscript"):
            run(f"first-steps.R on {folder}", ["Rscript", "--vanilla", "first-steps.R", str(folder)])
        tsx = str(REPOSITORY / "node_modules" / ".bin" / "tsx")
        run(f"arrow-example.ts on {folder}", [tsx, "arrow-example.ts", str(folder)])
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
