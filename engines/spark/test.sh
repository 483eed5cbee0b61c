#!/bin/sh
# Tests readout-spark on a Spark of several processes, in a virtual environment of its own (made once). Needs Java 17 or later
# and the built packages. Prints `N passed, N failed` and ends with 1 if anything failed.
#
#     engines/spark/test.sh [pyspark version]     default: 3.5.*
set -eu
cd "$(dirname "$0")"
version=${1:-3.5.*}
venv=.venv/$(echo "$version" | tr -d '.*')

if [ ! -f "$venv/done" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "pyspark==$version" 'pandas>=2,<3' 'pyarrow>=15'
  touch "$venv/done"
fi
PYSPARK_PYTHON=$PWD/$venv/bin/python
PYSPARK_DRIVER_PYTHON=$PYSPARK_PYTHON
PYTHONPATH=$PWD/src:$PWD/tests
export PYSPARK_PYTHON PYSPARK_DRIVER_PYTHON PYTHONPATH
unset SPARK_HOME || true
"$PYSPARK_PYTHON" tests/run.py
