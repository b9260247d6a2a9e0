#!/bin/sh
# What `deed check` costs on generated migrations, cold, as ./deed runs it: CPU (user and system) on 5,000 of them, about
# 23,000 statements (at most 2.5 s), the most memory held (under 300 MB), and twice the files against once (at most 2.2).
#
#   bench/check.sh [RUNS]
set -eu
cd "$(dirname "$0")/.."
runs=${1:-5}
. bench/program.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for files in 5000 10000; do
  "$java" bench/BenchMigrations.java "$work/$files" "$files"
done

# CPU seconds and kilobytes of one check; findings are no failure of the bench.
check() {
  (cd "$work/$1" && bash -c '
    TIMEFORMAT="cpu %U %S"
    time "$0" check > ../said 2>&1 || [ $? = 1 ]' "$deed" 2>&1) | awk '/^cpu/ { print $2 + $3 }'
}

# The most memory held, in MB, as Linux tells it while the program runs.
held() {
  (
    cd "$work/$1"
    "$deed" check > /dev/null 2>&1 &
    most=0
    while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$!/status" 2> /dev/null) && [ -n "$now" ]; do
      most=$now
      sleep 0.02
    done
    wait "$!" || true
    echo $((most / 1024))
  )
}

median() {
  sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'
}

: > "$work/once"
: > "$work/twice"
for _ in $(seq "$runs"); do
  check 5000 >> "$work/once"
  check 10000 >> "$work/twice"
done
tail -n 1 "$work/said"
once=$(median < "$work/once")
twice=$(median < "$work/twice")
printf '%-34s %8s %8s\n' figure seen asked
printf '%-34s %8.2f %8s\n' 'CPU, 5,000 migrations, s' "$once" 2.5
printf '%-34s %8.2f %8s\n' 'CPU, 10,000 migrations, s' "$twice" ''
printf '%-34s %8.2f %8s\n' 'twice the files, times' "$(awk -v a="$once" -v b="$twice" 'BEGIN { print b / a }')" 2.2
printf '%-34s %8d %8s\n' 'memory, 5,000 migrations, MB' "$(held 5000)" 300
