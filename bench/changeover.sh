#!/bin/sh
# A backfill beside a keyset loop in psql with the same batch size, with and without a count of what is left after it; the
# worst wait of four writers during a whole change of a column's type, beside an equally busy time without it; what the
# trigger adds to an UPDATE of one row, by pgbench and in a loop on the server; and what 20 open changeovers add to an apply
# with nothing due. With 0 rows only the last.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/changeover.sh [ROWS]
#
# Without DEED_BENCH_PG an embedded server is started; psql and pgbench must be on the PATH. 2,000,000 rows without an argument.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench ChangeoverBench "$work" "${1:-2000000}"
