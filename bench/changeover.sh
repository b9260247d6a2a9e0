#!/bin/sh
# A backfill beside a keyset loop in psql with the same batch size; the worst wait of four writers during a whole change of a
# column's type, beside an equally busy time without it; what the trigger adds to an UPDATE of one row, by pgbench and in a
# loop on the server; and what 20 open changeovers add to an apply with nothing due.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/changeover.sh [ROWS]
#
# Without DEED_BENCH_PG an embedded server is started; psql and pgbench must be on the PATH. 2,000,000 rows without an argument.
set -eu
cd "$(dirname "$0")/.."
. cli/jdk.sh
find_jdk
java=$jdk/bin/java
./deed --version > /dev/null # builds before the first measurement
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp cli/target/quick/deed.jar bench/ChangeoverBench.java "$work" "${1:-2000000}"
