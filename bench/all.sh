#!/bin/sh
# Runs all benches, one after the other, on a machine that has nothing else to do: a quarter of an hour, after which no other
# one begins. Their figures go into bench/README.md. squawk, dbmate and psql are measured in the same run where they are on the PATH.
#
#   bench/all.sh [short] [--program PATH] [--others FOLDER]
#
#   short             fewer rounds, to see that they run
#   --program PATH    measures that program, such as a native one, instead of ./deed
#   --others FOLDER   looks for squawk and dbmate there
set -u
cd "$(dirname "$0")/.."

rounds=3 migrations=100 kills=12 seconds=20 rows=300000 tables='100 1000 5000'
while [ $# -gt 0 ]; do
  case $1 in
    short) rounds=1 migrations=40 kills=3 seconds=8 rows=50000 tables='100 200' ;;
    --program | --others)
      [ $# -gt 1 ] || { echo "usage: bench/all.sh [short] [--program PATH] [--others FOLDER]" >&2; exit 2; }
      case $1 in
        --program) DEED=$2; export DEED ;;
        --others) PATH=$2:$PATH; export PATH ;;
      esac
      shift
      ;;
    *) echo "usage: bench/all.sh [short] [--program PATH] [--others FOLDER]" >&2; exit 2 ;;
  esac
  shift
done

printf 'commit %s, %s, load %s\n' "$(git rev-parse --short HEAD)" "$(date +%Y-%m-%d)" \
  "$(cut -d ' ' -f 1 /proc/loadavg 2> /dev/null || echo unknown)"
./deed --version # builds first
[ -z "${DEED:-}" ] || "$DEED" --version || exit
for other in psql pg_dump squawk dbmate; do
  printf '%-8s %s\n' "$other" "$("$other" --version 2> /dev/null | head -n 1 || true)"
done

failed='' left=''
begun=$(date +%s)
run() { # SCRIPT ARGUMENTS...
  if [ $(($(date +%s) - begun)) -gt 900 ]; then
    left="$left $1"
    return
  fi
  printf '\n== %s\n' "$*"
  from=$(date +%s)
  script=$1
  shift
  "bench/$script" "$@" || failed="$failed $script"
  printf '(%d s)\n' $(($(date +%s) - from))
}

run start.sh
run files.sh "$rounds"
run apply.sh "$rounds"
# shellcheck disable=SC2086
run drift.sh --live $tables
run scale.sh 1
run check.sh "$rounds"
run lint.sh
run parse.sh "$rounds"
run lock.sh "$seconds"
run locks.sh
run back.sh "$migrations"
run rehearse.sh "$migrations"
run changeover.sh "$rows"
run kill.sh "$kills"
run branch-kill.sh "$kills"
printf '\n%d s in all\n' $(($(date +%s) - begun))
if [ -n "$failed$left" ]; then
  printf 'error: failed:%s; left out after 900 s:%s\n' "${failed:- none}" "${left:- none}" >&2
  exit 1
fi
