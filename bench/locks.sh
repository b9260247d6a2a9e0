#!/bin/sh
# The locks that deed foresees for a statement, and those that a server holds after it: all statements of the project's own
# fixtures and of a generated history, or those of the folders that are named, each folder of migrations on an empty database of
# its own. 99.5 % of the statements that the server accepts in a transaction must have the same locks on all
# relations; the others are listed, and each of them is a case to look at.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/locks.sh [DIR...]
#
# Without DEED_BENCH_PG an embedded server is started.
set -eu
cd "$(dirname "$0")/.."
. cli/jdk.sh
find_jdk
java=$jdk/bin/java
./deed --version > /dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" -cp cli/target/quick/deed.jar bench/BenchMigrations.java "$work/project" 100 > /dev/null
[ $# -gt 0 ] || set -- sql/src/test/resources/statements sql/src/test/resources/schema ownership/src/test/resources \
  engine/src/test/resources/tools cli/src/test/resources/transcripts migrations "$work/project"
"$java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp cli/target/quick/deed.jar bench/LocksBench.java "$work" "$@"
