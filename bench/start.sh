#!/usr/bin/env bash
# How long deed takes to start, against `java -version` in the same run: ten rounds, the three interleaved, medians.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd -P)
rounds=${1:-10}
cd "$root"

# Build and train before the clock runs.
./deed --version > /dev/null

. cli/jdk.sh
find_jdk

declare -A times
measure() {
  local name=$1 from to
  shift
  from=$(date +%s%N)
  "$@" > /dev/null 2>&1 || true
  to=$(date +%s%N)
  times[$name]+="$(((to - from) / 1000)) "
}

for _ in $(seq "$rounds"); do
  measure java "$jdk/bin/java" -version
  measure version ./deed --version
  measure check ./deed check
done

median() {
  tr ' ' '\n' <<< "${times[$1]}" | sed '/^$/d' | sort -n | awk '{t[NR] = $1} END {print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2}'
}

"$jdk/bin/java" -version 2>&1 | head -n 1
base=$(median java)
printf '%-16s %9s %9s\n' command ms ratio
for name in java version check; do
  case $name in
    java) label='java -version' ;;
    *) label="deed ${name/#version/--version}" ;;
  esac
  awk -v name="$label" -v us="$(median "$name")" -v base="$base" \
    'BEGIN {printf "%-16s %9.1f %9.2f\n", name, us / 1000, us / base}'
done
