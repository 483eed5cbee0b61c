"""Runs the loading snippets that a dataset gives to its readers, word for word, in the folder of the dataset, and
counts the rows that come out.

    python run_snippets.py DIR [DIR ...]

The snippets are those of DIR/snippets.json where the dataset has it (every table), else those of DIR/README.md (the
first table). R runs where there is an Rscript, TypeScript by the tsx of the repository.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb

REPOSITORY = Path(__file__).resolve().parent.parent.parent
passed = 0
failed = 0


def check(what: str, ok: bool, detail: str = "") -> None:
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {detail[-600:]}")


def snippets_of(folder: Path) -> list[tuple[str, list[dict]]]:
    """Tables with their snippets."""
    written = folder / "snippets.json"
    if written.exists():
        return json.loads(written.read_text(encoding="utf-8"))
    card = (folder / "README.md").read_text(encoding="utf-8")
    first = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"][0]["name"]
    blocks = re.findall(r"### (\S+)\n\n```(\w+)\n(.*?)\n```", card, re.DOTALL)
    return [(first, [{"tool": tool, "language": language, "code": code} for tool, language, code in blocks])]


def rows_of(folder: Path, table: str) -> int:
    path = folder / "jsonl" / f"{table}.jsonl"
    return path.read_text(encoding="utf-8").count("\n")


def program(command: list[str], code: str, folder: Path) -> list[str]:
    """What a program prints, line by line."""
    done = subprocess.run(command, input=code, capture_output=True, text=True, cwd=folder, timeout=600)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def after_each(code: str, table: str, arrow: str, report: str) -> str:
    """The code with a report after each statement that loads the table."""
    statements = re.split(rf"^(?={table} {arrow} )", code, flags=re.MULTILINE)
    return statements[0] + "".join(f"{statement.rstrip()}\n{report}\n" for statement in statements[1:])


def python_counts(snippets: list[tuple[str, str]], folder: Path) -> list[str]:
    code = [after_each(code, table, "=", f"print('{table}', len({table}))") for table, code in snippets]
    return program([sys.executable, "-W", "error::FutureWarning", "-"], "\n".join(code), folder)


def sql_counts(snippets: list[tuple[str, str]], folder: Path) -> list[str]:
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{folder.resolve()}'")
    return [
        f"{table} {len(connection.sql(f'SELECT 1 FROM ({line[:-1]})'))}"
        for table, code in snippets
        for line in code.split("\n")
    ]


def r_counts(snippets: list[tuple[str, str]], folder: Path) -> list[str]:
    code = [after_each(code, table, "<-", f"cat('{table} ', nrow({table}), '\\n', sep = '')") for table, code in snippets]
    return program(["Rscript", "--vanilla", "-"], "\n".join(code), folder)


def ts_counts(snippets: list[tuple[str, str]], folder: Path) -> list[str]:
    # The packages are found from where the program stands; its imports are the same for every table.
    code = [f"{code}\nconsole.log('{table}', {table}.numRows);" for table, code in snippets]
    imports = sorted({line for part in code for line in part.split("\n") if line.startswith("import ")})
    rest = [line for part in code for line in part.split("\n") if not line.startswith("import ")]
    file = REPOSITORY / "tests" / "interop" / "dist" / "snippets.ts"
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join([*imports, *rest]), encoding="utf-8")
    try:
        return program([str(REPOSITORY / "node_modules" / ".bin" / "tsx"), str(file)], "", folder)
    finally:
        file.unlink()


COUNTS = {"python": python_counts, "sql": sql_counts, "r": r_counts, "ts": ts_counts}


def main(folders: list[str]) -> int:
    for folder in map(Path, folders):
        by_tool: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for table, snippets in snippets_of(folder):
            for snippet in snippets:
                by_tool.setdefault((snippet["tool"], snippet["language"]), []).append((table, snippet["code"]))
        for (tool, language), snippets in by_tool.items():
            if language == "r" and shutil.which("Rscript") is None:
                print(f"{folder.name}: no Rscript, the snippets for R were not run")
                continue
            what = f"{folder.name} snippets for {tool}"
            try:
                counts = COUNTS[language](snippets, folder)
            except Exception as error:  # a snippet that does not run is the finding
                check(what, False, f"{type(error).__name__}: {error}")
                continue
            for table, _ in snippets:
                found = [count for count in counts if count.split(" ")[0] == table]
                check(f"{what}, {table}", set(found) == {f"{table} {rows_of(folder, table)}"}, repr(found))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
