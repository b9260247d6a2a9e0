#!/bin/sh
# Runs all benches, one after the other, on a machine that has nothing else to do. Their figures go into bench/README.md.
#
#   bench/all.sh           as each of them is meant
#   bench/all.sh short     fewer rounds, to see that they run
set -u
cd "$(dirname "$0")/.."

if [ "${1:-}" = short ]; then
  rounds=1 migrations=40 kills=3 seconds=8 rows=50000
else
  rounds= migrations= kills= seconds= rows=
fi

failed=
run() { # SCRIPT [ARGUMENT]
  printf '\n== %s\n' "$*"
  "bench/$1" ${2:+"$2"} || failed="$failed $1"
}

printf 'commit %s, load %s\n' "$(git rev-parse --short HEAD)" "$(cut -d ' ' -f 1 /proc/loadavg 2> /dev/null || echo unknown)"
./deed --version # builds first
run start.sh "$rounds"
run parse.sh "$rounds"
run check.sh "$rounds"
run lint.sh
run files.sh "$rounds"
run apply.sh "$rounds"
run back.sh "$migrations"
run lock.sh "$seconds"
run scale.sh "$rounds"
run changeover.sh "$rows"
run kill.sh "$kills"
if [ -n "$failed" ]; then
  printf '\nerror: these benches failed:%s\n' "$failed" >&2
  exit 1
fi
