#!/bin/sh
# Packs node and the command with all that it needs into one archive, for executors that have neither. Needs the built packages.
#
#     engines/spark/pack.sh readout-env.tar.gz
#     spark-submit --archives readout-env.tar.gz#readout …      unpacked as ./readout on every executor
set -eu
archive=$(realpath "${1:?usage: pack.sh ARCHIVE}")
cd "$(dirname "$0")/../.."
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT

mkdir -p "$staging/bin" "$staging/node_modules/@readout"
cp "$(command -v node)" "$staging/bin/node"
# What the command needs when it runs, as npm tells it; the packages of the workspace are copied without sources and tests.
npm ls --omit=dev --all --parseable --workspace packages/pipeline 2> /dev/null | sort -u | while read -r folder; do
  name=${folder##*/node_modules/}
  case $folder in
    */node_modules/@readout/*) ;;
    */packages/*/node_modules/*) ;;
    */packages/*) continue ;;
    */node_modules/*)
      mkdir -p "$staging/node_modules/$(dirname "$name")"
      cp -RL "$folder" "$staging/node_modules/$name"
      ;;
  esac
done
for name in model parser normalizer exporters report pipeline; do
  mkdir -p "$staging/node_modules/@readout/$name"
  for part in package.json dist bin data node_modules; do
    if [ -e "packages/$name/$part" ]; then cp -RL "packages/$name/$part" "$staging/node_modules/@readout/$name/"; fi
  done
done
# What is packed must run by itself, far from here.
(cd / && "$staging/bin/node" "$staging/node_modules/@readout/pipeline/bin/readout.js" worker --plan "$staging/bin" > /dev/null)
tar -czf "$archive" -C "$staging" .
ls -lh "$archive"
