#!/usr/bin/env bash
# Makes the dumps of the drift cases anew: from.sql and to.sql of each folder are run in a database
# of their own, and dumped as expected.sql and actual.sql. Needs psql, createdb and pg_dump of one
# version, and libpq's variables for a server on which databases may be created.
#   tools/drift-cases.sh [KIND/CASE ...]
set -euo pipefail
cases="$(dirname "$0")/../drift-checker/src/test/resources/cases"
database="deed_drift_case_$$"
trap 'dropdb --if-exists "$database"' EXIT

for role in app_owner app_reader; do
  psql -Xqc "DO \$\$ BEGIN CREATE ROLE $role; EXCEPTION WHEN duplicate_object THEN END \$\$" postgres
done

dump() { # folder, script, dump
  createdb -T template0 "$database"
  psql -Xq -v ON_ERROR_STOP=1 -d "$database" -f "$1/$2.sql"
  # From its newest versions on, pg_dump writes a random word.
  pg_dump -s "$database" | sed -E '/^\\(un)?restrict /d' > "$1/$3.sql"
  dropdb "$database"
}

if [ $# -eq 0 ]; then
  mapfile -t chosen < <(cd "$cases" && ls -d */*/from.sql | xargs -n1 dirname)
else
  chosen=("$@")
fi
for case in "${chosen[@]}"; do
  dump "$cases/$case" from expected
  dump "$cases/$case" to actual
done
