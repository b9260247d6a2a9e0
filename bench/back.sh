#!/bin/sh
# Generated migrations go up, down to nothing and up again: pg_dump must tell the same of the first up and the second, and
# nothing must be left in between.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/back.sh [MIGRATIONS]
#
# Without DEED_BENCH_PG an embedded server is started; pg_dump must be on the PATH.
set -eu
cd "$(dirname "$0")/.."
. cli/jdk.sh
find_jdk
java=$jdk/bin/java
./deed --version > /dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp cli/target/quick/deed.jar bench/BackBench.java "$work" "${1:-300}"
