#!/bin/sh
# How long deed compares two dumps, as pg_dump writes them, of which 4 % of the tables differ: twice the tables may take at
# most 2.2 times the time. 42600 tables are a dump of 50 MB; DEED_BENCH_HEAP is the heap (default: 512m).
#
#   bench/drift.sh [TABLES...]
#
# With --live: two databases that differ in 1 % of their objects, in 20 ways, which are all that may be found; the time as a
# multiple of two bare pg_dumps at once (1.3; 0.5 from the catalogs). DEED_BENCH_PG as for apply.sh.
#
#   bench/drift.sh --live [TABLES...]
set -eu
cd "$(dirname "$0")/.."
if [ "${1:-}" = --live ]; then
  shift
  [ $# -gt 0 ] || set -- 100 1000 5000 20000
  . bench/program.sh
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  pg_dump=$(command -v pg_dump) || { echo "pg_dump must be on the PATH" >&2; exit 2; }
  bench LiveDriftBench "$work" "$pg_dump" "$@"
  exit
fi
[ $# -gt 0 ] || set -- 2500 5000 10000 20000 42600
. cli/jdk.sh
find_jdk
path=
for module in sql ownership drift-checker; do
  classes=$module/target/classes; [ -d "$classes/dev/deed" ] || classes=$module/target/quick/classes
  [ -d "$classes/dev/deed" ] || { echo "build first: ./mvnw -pl drift-checker -am compile" >&2; exit 2; }
  path=$path:$classes
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$jdk/bin/javac" -proc:none -d "$work/bench" -cp "$path" bench/DriftBench.java
for tables; do
  "$jdk/bin/java" -cp "$work/bench$path" DriftBench write "$work/$tables" "$tables"
  printf '%6d tables, %4d MB: ' "$tables" "$(($(wc -c < "$work/$tables/actual.sql") / 1000000))"
  "$jdk/bin/java" -XX:+UseSerialGC -Xmx"${DEED_BENCH_HEAP:-512m}" -cp "$work/bench$path" DriftBench compare "$work/$tables"
  # The whole program, without a limit of its own: at most 512 MB for 50 MB.
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -o "$work/time" -f '               deed drift: %M KB resident, %U s of CPU' \
      "${DEED:-./deed}" drift --from "$work/$tables/expected.sql" --to "$work/$tables/actual.sql" --format json > /dev/null || true
    grep resident "$work/time"
  fi
done
