#!/usr/bin/env bash
# How long deed takes to start, and the most memory held, against `java -version` in the same run: ten rounds, in turns, medians.
# Where squawk and dbmate are on the PATH, they are measured, too.
#
#   bench/start.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-10}
. bench/program.sh

declare -A times
measure() {
  local name=$1 from to
  shift
  from=$(date +%s%N)
  "$@" > /dev/null 2>&1 || true
  to=$(date +%s%N)
  times[$name]+="$(((to - from) / 1000)) "
}

declare -A commands=(
  [java]="$java -version" [version]="$deed --version" [explain]="$deed explain drop-column" [check]="$deed check"
)
names=(java version explain check)
for other in squawk dbmate; do
  if command -v "$other" > /dev/null; then
    commands[$other]="$other --version"
    names+=("$other")
  fi
done
for _ in $(seq "$rounds"); do
  for name in "${names[@]}"; do
    # shellcheck disable=SC2086
    measure "$name" ${commands[$name]}
  done
done

median() {
  tr ' ' '\n' <<< "${times[$1]}" | sed '/^$/d' | sort -n | awk '{t[NR] = $1} END {print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2}'
}

# In MB.
held() {
  if [ -x /usr/bin/time ]; then
    # shellcheck disable=SC2086
    { /usr/bin/time -f 'held %M' ${commands[$1]} > /dev/null; } 2>&1 | awk '/^held/ { print int($2 / 1024) }'
  fi
}

"$java" -version 2>&1 | head -n 1
base=$(median java)
printf '%-20s %9s %9s %9s\n' command ms ratio MB
for name in "${names[@]}"; do
  awk -v name="${commands[$name]##*/}" -v us="$(median "$name")" -v base="$base" -v held="$(held "$name")" \
    'BEGIN {printf "%-20s %9.1f %9.2f %9s\n", name, us / 1000, us / base, held}'
done
