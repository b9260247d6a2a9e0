#!/bin/bash
# Whether a file twice as long takes at most twice the time to lint: dumps and generated files have tens of thousands of
# statements, and what a rule asks about the others must not read all of them again for each. Each line below is repeated,
# its % replaced by a number; CPU (user) beyond that of an empty file, 10,000 times against 20,000 times (at most 2.2).
#
#   bench/lint.sh [LINE...]
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

lines=(
  'DROP TABLE t%;'
  'DROP TYPE t%;'
  'ALTER TABLE t% RENAME TO u%;'
  'CREATE TABLE t% (id int PRIMARY KEY, parent int REFERENCES parents);'
  'ALTER TABLE t ADD CONSTRAINT c% CHECK (a > %);'
  'ALTER TABLE t DROP CONSTRAINT c%; DROP INDEX i%; CREATE INDEX j% ON t (a%);'
  'ALTER TABLE t% ADD COLUMN x int; DELETE FROM t;'
  'ALTER TYPE t% RENAME VALUE '\''a'\'' TO '\''b'\'';'
  'INSERT INTO t (id) VALUES (%);'
  'GRANT SELECT ON t% TO reader;'
  'LOCK TABLE t%;'
  'BEGIN; UPDATE t SET a = %; COMMIT;'
)
[ $# = 0 ] || lines=("$@")

# CPU seconds of one lint; findings are no failure of the bench.
lint() {
  awk -v times="$2" -v line="$1" 'BEGIN { for (i = 0; i < times; i++) { l = line; gsub(/%/, i, l); print l } }' > "$work/long.sql"
  TIMEFORMAT=%U
  { time "$deed" lint "$work/long.sql" > "$work/said" 2>&1 || [ $? = 1 ]; } 2>&1
}

start=$(lint '' 0)
printf '%8s %8s %8s  %s\n' once twice times line
worst=0
for line in "${lines[@]}"; do
  once=$(lint "$line" 10000)
  twice=$(lint "$line" 20000)
  ratio=$(awk -v a="$once" -v b="$twice" -v s="$start" 'BEGIN { print (b - s) / (a - s) }')
  worst=$(awk -v a="$worst" -v b="$ratio" 'BEGIN { print (b > a ? b : a) }')
  printf '%8.2f %8.2f %8.2f  %s\n' "$once" "$twice" "$ratio" "$line"
done
printf '%-34s %8.2f %8s\n' 'twice the statements, times' "$worst" 2.2
