#!/bin/sh
# What applying costs: 100 and 1,000 small migrations beside psql with the same files (at most 0.7 times its time
# beyond deed's own start), and `deed apply` with nothing to do where 1,000 are applied (at most 200 ms beyond the start).
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/apply.sh [ROUNDS]
#
# Without DEED_BENCH_PG an embedded server is started; psql must be on the PATH.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench ApplyBench "$work" "${1:-3}"
