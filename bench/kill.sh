#!/bin/sh
# Kills `deed apply` (SIGKILL), then the server's process that works for it, and then, where PgBouncer is installed, a pooler
# between both that is started again at once, at random instants during 41 migrations:
# transactions, concurrent indexes, both in one file, and a backfill in 100 batches. After each, status must be right, apply must complete, the schema
# must be an undisturbed run's, no migration may have run twice and no invalid index may remain. Prints failures: 0. Then the
# same in a whole changeover, from expanding to the contract: a quarter of the rounds, since each is a story of its own. At last the
# embedded server itself crashes (`pg_ctl -m immediate`) in the middle of 150 migrations most of which do not wait for its disk: what
# deed has reported as applied must be there, and the next run must apply the rest.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/kill.sh [ROUNDS]
#
# Without DEED_BENCH_PG an embedded server is started; psql and pg_dump must be on the PATH.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench KillBench "$work" "${1:-200}"
bench StoryKillBench "$work" \
  "$(((${1:-200} + 3) / 4))"
bench CrashBench "$work" "${1:-200}"
