#!/bin/sh
# How fast deed reads SQL: a fresh JVM's CPU on 2,000 generated migrations beyond its own start (at most 0.6 s), files a
# second when warm (at least 10,000), and the heap held afterwards (under 100 MB).
#
#   bench/parse.sh [RUNS]
set -eu
cd "$(dirname "$0")/.."
runs=${1:-5}
. cli/jdk.sh
find_jdk
java=$jdk/bin/java
javac=$jdk/bin/javac
classes=sql/target/classes; [ -d "$classes/dev/deed/sql" ] || classes=sql/target/quick/classes
[ -d "$classes/dev/deed/sql" ] || { echo "build first: ./mvnw -pl sql compile" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$javac" -proc:none -d "$work/bench" -cp "$classes" bench/ParseBench.java
"$java" -cp "$work/bench:$classes" ParseBench write "$work/migrations"
# What deed itself runs with.
options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"

# CPU seconds, user and system, of a command.
cpu() {
  bash -c "TIMEFORMAT='%U %S'; time \"\$@\" >/dev/null" _ "$@" 2>&1 | awk 'END { print $1 + $2 }'
}
for _ in $(seq "$runs"); do
  start=$(cpu "$java" $options -cp "$work/bench:$classes" ParseBench start)
  whole=$(cpu "$java" $options -cp "$work/bench:$classes" ParseBench cold "$work/migrations")
  echo "$start $whole"
done | sort -k2 -n | awk '{ d[NR] = $2 - $1; s[NR] = $1 }
  END { m = int((NR + 1) / 2); printf "cold: %.2f s CPU beyond the JVM'\''s start (%.2f s), median of %d\n", d[m], s[m], NR }'
"$java" $options -cp "$work/bench:$classes" ParseBench cold "$work/migrations"
"$java" -cp "$work/bench:$classes" ParseBench warm "$work/migrations"
