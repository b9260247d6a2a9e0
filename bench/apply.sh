#!/bin/sh
# What applying costs: 100 and 1,000 small migrations beside psql with the same files (at most 1.25 times its time
# beyond deed's own start), and `deed apply` with nothing to do where 1,000 are applied (at most 200 ms beyond the start).
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/apply.sh [ROUNDS]
#
# Without DEED_BENCH_PG an embedded server is started; psql must be on the PATH.
set -eu
cd "$(dirname "$0")/.."
. cli/jdk.sh
find_jdk
java=$jdk/bin/java
./deed --version > /dev/null # builds and trains before the clock runs
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp cli/target/quick/deed.jar bench/ApplyBench.java "$work" "${1:-3}"
