#!/bin/sh
# Reads what the exporters write with the readers that analysts have: pandas, pyarrow, polars and DuckDB in a virtual
# environment of its own (made once), R where there is one or where it can be installed. Prints `N passed, N failed`
# and ends with 1 if anything failed.
#
#     tests/interop/run.sh [DATASET_DIR ...]     default: every datasets/*/dist that has been built
set -eu
cd "$(dirname "$0")/../.."
here=tests/interop
python=$here/.venv/bin/python
log=$here/dist/run.log
mkdir -p $here/dist

if ! cmp -s $here/requirements.txt $here/.venv/requirements.txt; then
  python3 -m venv $here/.venv
  $here/.venv/bin/pip install --quiet --disable-pip-version-check -r $here/requirements.txt
  cp $here/requirements.txt $here/.venv/requirements.txt
fi
if ! command -v Rscript > /dev/null && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  apt-get update -qq > /dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    r-base-core r-cran-jsonlite > /dev/null 2>&1 || echo "R could not be installed"
fi

if [ $# = 0 ]; then
  for package in datasets/*/dist/datapackage.json; do
    if [ -f "$package" ]; then set -- "$@" "$(dirname "$package")"; fi
  done
fi
rm -rf $here/dist/hostile
node_modules/.bin/tsx --conditions=@readout/source $here/write-hostile-dataset.ts $here/dist/hostile

: > $log
status=0
step() {
  echo "== $1"
  shift
  "$@" > $here/dist/step.log 2>&1 || status=1
  cat $here/dist/step.log
  cat $here/dist/step.log >> $log
}
step "pandas, pyarrow, polars, DuckDB" $python $here/read_dataset.py $here/dist/hostile "$@"
step "frictionless, mlcroissant" $python $here/validate_package.py $here/dist/hostile "$@"
step "loading snippets" $python $here/run_snippets.py $here/dist/hostile "$@"
if command -v Rscript > /dev/null; then
  step "R" Rscript --vanilla $here/read_dataset.R $here/dist/hostile "$@"
else
  echo "no Rscript: R was not tried"
fi
if [ $# != 0 ]; then
  step "joins" $python $here/run_joins.py "$@"
  step "notebooks" $python $here/run_notebooks.py "$@"
fi

sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' $log |
  awk '{ passed += $1; failed += $2 } END { printf "%d passed, %d failed\n", passed, failed }'
exit $status
