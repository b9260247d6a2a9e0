#!/bin/bash
# What `deed lint` of many files costs, cold, as ./deed runs it: CPU (user and system) and wall time of 5,000 generated
# migrations, the most memory held, twice the files against once (at most 2.2), and all cores against one.
# Two kinds of files: many kinds of statements with four findings a file, and small ones with one in four files.
# Where squawk is installed, it lints the same files in the same run.
#
#   bench/files.sh [RUNS]
#   DEED=/path/deed bench/files.sh    measures another program, such as the native one
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for files in 5000 10000; do
  "$java" bench/BenchMigrations.java "$work/many/$files" "$files"
  mkdir -p "$work/small/$files/migrations"
  awk -v files="$files" -v folder="$work/small/$files/migrations" 'BEGIN {
    for (i = 0; i < files; i++) {
      t = i - i % 4
      file = sprintf("%s/2026%010d_m.sql", folder, i)
      if (i % 4 == 0) print "CREATE TABLE IF NOT EXISTS t" t " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);" > file
      if (i % 4 == 1) print "SET lock_timeout = \x272s\x27;\nALTER TABLE t" t " ADD COLUMN note text;" > file
      if (i % 4 == 2) print "SET lock_timeout = \x272s\x27;\nALTER TABLE t" t " ADD CONSTRAINT c" t " CHECK (name <> \x27\x27) NOT VALID;" > file
      if (i % 4 == 3) print "CREATE INDEX CONCURRENTLY IF NOT EXISTS i" t " ON t" t " (name);" > file
      close(file)
    }
  }'
done

# Seconds of wall time and of CPU of a command; findings are no failure of the bench.
cost() { # FOLDER COMMAND...
  (
    cd "$1"
    shift
    TIMEFORMAT='cost %R %U %S'
    { time "$@" > "$work/said" 2>&1 || [ $? = 1 ]; } 2>&1
  ) | awk '/^cost/ { print $2, $3 + $4 }'
}

# The most memory held, in MB, as Linux tells it while the program runs.
held() { # FOLDER
  (
    cd "$1"
    "$deed" lint migrations > /dev/null 2>&1 &
    most=0
    while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$!/status" 2> /dev/null) && [ -n "$now" ]; do
      most=$now
      sleep 0.02
    done
    wait "$!" || true
    echo $((most / 1024))
  )
}

# The median of a column.
median() { # COLUMN
  awk -v column="$1" '{ print $column }' | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'
}

for kind in many small; do
  for name in once twice one squawk; do : > "$work/$name"; done
  for _ in $(seq "$runs"); do
    cost "$work/$kind/5000" "$deed" lint migrations >> "$work/once"
    cost "$work/$kind/10000" "$deed" lint migrations >> "$work/twice"
    if command -v taskset > /dev/null; then
      cost "$work/$kind/5000" taskset -c 0 "$deed" lint migrations >> "$work/one"
    fi
    if command -v squawk > /dev/null; then
      # Its list of files is as long as a command line may be.
      cost "$work/$kind/5000" sh -c 'find migrations -name "*.sql" -print0 | xargs -0 squawk' >> "$work/squawk"
    fi
  done
  printf '%-40s %8s %8s\n' "$kind statements" seen asked
  printf '%-40s %8.2f\n' 'lint, 5,000 files, s' "$(median 1 < "$work/once")"
  printf '%-40s %8.2f\n' 'CPU, 5,000 files, s' "$(median 2 < "$work/once")"
  printf '%-40s %8.2f %8s\n' 'twice the files, times the CPU' \
    "$(awk -v a="$(median 2 < "$work/once")" -v b="$(median 2 < "$work/twice")" 'BEGIN { print b / a }')" 2.2
  printf '%-40s %8d\n' 'memory, 5,000 files, MB' "$(held "$work/$kind/5000")"
  if [ -s "$work/one" ]; then
    printf '%-40s %8.2f\n' 'all cores, as a part of the time on one' \
      "$(awk -v a="$(median 1 < "$work/one")" -v b="$(median 1 < "$work/once")" 'BEGIN { print b / a }')"
  fi
  if [ -s "$work/squawk" ]; then
    printf '%-40s %8.2f\n' 'squawk, 5,000 files, s' "$(median 1 < "$work/squawk")"
  fi
done
