#!/bin/sh
# How long `deed rehearse` takes to try generated migrations on a PostgreSQL that it starts: up, down and up again, each
# compared, 100 of them within 60 s. Then the same with one down in four that leaves everything, after which the copy has to be
# brought back: every one of them must be found, and nothing else.
#
#   bench/rehearse.sh [MIGRATIONS]
#
# Only deed's own comparison is measured, not the one by pg_dump, which more than 25 migrations do not get unless it is asked for.
set -eu
cd "$(dirname "$0")/.."
migrations=${1:-100}
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" bench/BenchMigrations.java "$work/right" "$migrations"
cp -R "$work/right" "$work/wrong"
find "$work/wrong" -name '*.sql' | sort -t / -k 1,1 | awk 'NR % 4 == 0' > "$work/files"
while read -r file; do
  awk '/^-- DOWN/ { print; print "-- SELECT 1;"; exit } { print }' "$file" > "$work/one"
  mv "$work/one" "$file"
done < "$work/files"
wrong=$(wc -l < "$work/files")
limit=$((migrations > 100 ? migrations * 6 / 10 : 60))

failed=0
rehearse() { # FOLDER EXPECTED
  from=$(date +%s%N)
  (cd "$work/$1" && "$deed" rehearse --cross-check never > ../said 2>&1) || [ $? = 1 ]
  took=$((($(date +%s%N) - from) / 1000000))
  found=$(grep -c '^  down .*another schema$\|^  down .*, but not: ' "$work/said" || true)
  printf '%s downs: %d.%d s (%d s at most), %d of %d wrong downs found\n' "$1" \
    $((took / 1000)) $((took % 1000 / 100)) $limit "$found" "$2"
  if [ "$took" -gt $((limit * 1000)) ] || [ "$found" != "$2" ] || grep -q 'not tried' "$work/said"; then
    failed=1
  fi
}
rehearse right 0
rehearse wrong "$wrong"
exit $failed
