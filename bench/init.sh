#!/usr/bin/env bash
# The first verdict on repositories that deed has not seen: `deed init --yes` in a copy of each folder, then `deed check`,
# which must be quiet. Prints a table for bench/README.md or a report; the limits are 60 s, and no error of deed's own.
#
#   bench/init.sh DIR...                  each DIR is a repository, or the folders of one with migrations
#   DEED=/path/deed bench/init.sh DIR...  measures another program, such as the native one
#
# `files` are the migration files that deed says it has found, `read` the migrations of them that it has judged; the number of
# those that exist has to be counted by a person. `by rule` shows the findings that could be false on a history that was applied.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd -P)
deed=${DEED:-$root/deed}
if [ $# -eq 0 ]; then
  echo "usage: bench/init.sh DIR..." >&2
  exit 2
fi
"$deed" --version > /dev/null || exit 1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
suspects='will-fail|syntax-error|opaque-statement|duplicate-version|wrong-database|unowned-table|not-owner|two-heads|tool-files|stale-claim'

number() { # PATTERN: the number in the first line of the report that matches
  sed -nE "s/$1/\\1/p" "$work/out" | head -n 1
}

echo '| repository | files | read | not SQL or left out | s | check | by rule |'
echo '|---|---|---|---|---|---|---|'
for dir in "$@"; do
  name=$(basename "$dir")
  rm -rf "${work:?}/repository"
  cp -r "$dir" "$work/repository" || exit 1
  # What an earlier run has left there.
  (cd "$work/repository" && rm -f schema-ownership.yaml schema-ownership.schema.json known-findings.txt)
  from=$(date +%s%N)
  (cd "$work/repository" && timeout 120 "$deed" init --yes --color=never) > "$work/out" 2> "$work/err" < /dev/null
  exit=$?
  seconds=$(awk "BEGIN {printf \"%.1f\", ($(date +%s%N) - $from) / 1e9}")
  (cd "$work/repository" && timeout 120 "$deed" check --color=never) > "$work/check" 2>&1 < /dev/null
  quiet=$?
  rules=$(grep -ohE "^[0-9a-f]{16} ($suspects)" "$work/repository/known-findings.txt" 2> /dev/null | cut -d ' ' -f 2 | sort | uniq -c |
    sort -rn | awk '{printf "%s%s %s", (NR > 1 ? ", " : ""), $1, $2}')
  files=$(number '^found: ([0-9]+) migration files? .*')
  judged=$(number '^read: ([0-9]+)( of [0-9]+)? migrations?.*')
  left=$(sed -nE 's/^not read: (.*)/\1/p' "$work/out" | head -n 1 | cut -c 1-120)
  echo "| $name | ${files:-0} | ${judged:-0} | ${left:--} | $seconds | $quiet | ${rules:--} |"
  if [ "$exit" -ne 0 ] || [ -s "$work/err" ] || awk "BEGIN {exit !($seconds > 60)}"; then
    failed=$((failed + 1))
    echo "limit: $name: exit $exit after $seconds s: $(head -n 2 "$work/err" | tr '\n' ' ')" >&2
  fi
done
exit $((failed > 0))
