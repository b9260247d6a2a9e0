#!/bin/sh
# Six writers at a table, somebody idle in a transaction (30 seconds) that has read it, and `deed apply` of a migration that
# needs the table for itself: no writer may wait longer than the lock time-out (2 s) and half a second, and the migration
# must succeed when the transaction has ended.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/lock.sh [SECONDS]
#
# Without DEED_BENCH_PG an embedded server is started.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench LockBench "$work" "${1:-30}"
