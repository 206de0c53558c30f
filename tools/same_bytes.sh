#!/usr/bin/env bash
# Install the project under several Pythons and compare the SHA-256 of all that each builds: the report as shipped, and with every option.
# usage: same_bytes.sh PYTHON PYTHON ...      exit status 1 if any file differs
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: same_bytes.sh PYTHON PYTHON ..." >&2; exit 2; }
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PYTHONPATH SOURCE_DATE_EPOCH

cp -r "$top/content" "$work/all"
sed -i -E 's/^  (charts_in_text|embed_fonts|attach_source): 否/  \1: 是/' "$work/all/report.yaml"
first= failed=0
for python in "$@"; do
  name=$("$python" -c 'import sys, zlib; print(f"Python-{sys.version.split()[0]}-zlib-{zlib.ZLIB_RUNTIME_VERSION}")')
  "$python" -m venv "$work/$name"
  "$work/$name/bin/pip" install -q "$top"
  for content in "$top/content" "$work/all"; do
    for what in all report; do
      "$work/$name/bin/gwr-docs" build "$what" --content "$content" --out "$work/out/$(basename "$content")" >/dev/null
    done
  done
  (cd "$work/out" && sha256sum ./*/*) >"$work/$name.sums"
  rm -r "$work/out"
  echo "$name"
  if [ -z "$first" ]; then
    first=$work/$name.sums
    cat "$first"
  else
    if diff "$first" "$work/$name.sums"; then echo "the same bytes"; else failed=1; fi
  fi
done
exit "$failed"
