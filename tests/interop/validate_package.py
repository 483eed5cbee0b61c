"""Validates the descriptions of a dataset folder with the tools of their standards: datapackage.json with frictionless
(descriptor, sizes, hashes, and every CSV row against its types, keys and foreign keys), croissant.json with
mlcroissant.

    python validate_package.py DIR [DIR ...]
"""

import logging
import sys
from pathlib import Path

import mlcroissant
from frictionless import Package

logging.disable(logging.WARNING)
passed = 0
failed = 0


def check(what: str, problems: list[str]) -> None:
    global passed, failed
    if problems:
        failed += 1
        print(f"FAILED {what}: {'; '.join(problems)[:600]}")
    else:
        passed += 1


def validate_data_package(folder: Path) -> None:
    path = str(folder / "datapackage.json")
    report = Package.validate_descriptor(path)
    check(f"{folder.name} datapackage.json", [str(error) for error in report.flatten(["message"])])
    package = Package(path)
    # frictionless reads no Arrow, and the other formats only with additions to it.
    for resource in list(package.resources):
        if resource.format != "csv":
            package.remove_resource(resource.name)
    for task in package.validate().tasks:
        check(f"{folder.name} resource {task.name}", [error.message for error in task.errors])


def validate_croissant(folder: Path) -> None:
    try:
        issues = mlcroissant.Dataset(str(folder / "croissant.json")).metadata.issues
        check(f"{folder.name} croissant.json", sorted(issues.errors))
    except mlcroissant.ValidationError as error:
        check(f"{folder.name} croissant.json", [str(error)])


def main(folders: list[str]) -> int:
    for folder in map(Path, folders):
        validate_data_package(folder)
        validate_croissant(folder)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
