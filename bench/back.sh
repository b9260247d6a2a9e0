#!/bin/sh
# Generated migrations go up, down to nothing and up again: pg_dump must tell the same of the first up and the second, and
# nothing must be left in between.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/back.sh [MIGRATIONS]
#
# Without DEED_BENCH_PG an embedded server is started; pg_dump must be on the PATH.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench BackBench "$work" "${1:-300}"
