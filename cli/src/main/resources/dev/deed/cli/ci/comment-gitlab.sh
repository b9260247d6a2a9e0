set -eu
test -f deed.md && test -n "${DEED_COMMENT_TOKEN:-}" || exit 0
{ echo '<!-- deed check -->'; cat deed.md; } > comment.md
notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
id=$(curl --fail --silent --show-error --header "PRIVATE-TOKEN: $DEED_COMMENT_TOKEN" "$notes?per_page=100&sort=asc" | jq '[.[] | select(.body | startswith("<!-- deed check -->")) | .id][0] // empty')
if [ -n "$id" ]; then
  curl --fail --silent --show-error --output /dev/null --request PUT --header "PRIVATE-TOKEN: $DEED_COMMENT_TOKEN" --form "body=<comment.md" "$notes/$id"
else
  curl --fail --silent --show-error --output /dev/null --request POST --header "PRIVATE-TOKEN: $DEED_COMMENT_TOKEN" --form "body=<comment.md" "$notes"
fi
