#!/bin/sh
# Kills the commands that make and drop copies (SIGKILL), and then the server's processes that work for them, at random instants:
# `deed rehearse` on a copy by template, by dump and on its own server, and `deed branch create`, `reset` and `delete`. After each, and
# the next `deed branch gc`, no copy and no server of deed's own may be left, and each other database must still be there: an older
# one, those with names near to a copy's, and a branch that is kept. Prints failures: 0.
#
#   DEED_BENCH_PG=postgresql://postgres@localhost/postgres bench/branch-kill.sh [ROUNDS]
#
# Without DEED_BENCH_PG an embedded server is started.
set -eu
cd "$(dirname "$0")/.."
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench BranchKillBench "$work" "${1:-100}"
