#!/bin/sh
# What large jobs cost, and whether twice as much costs at most 2.2 times the time: status, doctor and grants of 1,000 databases, a
# history of 100,000 rows, 3,000 statements that run alone, 4,000 in a file with ADD VALUE, 20,000 IF NOT EXISTS, 22 MB in one
# file, 4,000 indexes on one table, and the masking of secrets. Each is compared with half of it, without deed's start.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/scale.sh [ROUNDS]
#
# Without DEED_BENCH_PG an embedded server is started.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench ScaleBench "$work" "${1:-2}"
