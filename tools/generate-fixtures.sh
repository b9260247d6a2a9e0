#!/usr/bin/env bash
# Writes the schemas of cli/src/test/resources/generate anew, with the tools that made them: drizzle-kit and
# Knex from npm, SQLAlchemy and Django as Debian packages. No database is needed.
# usage: tools/generate-fixtures.sh
set -euo pipefail
cd "$(dirname "$0")/../cli/src/test/resources/generate"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp models/* "$work"
cd "$work"
npm init -y > /dev/null
npm install --no-audit --no-fund --silent drizzle-kit drizzle-orm knex pg

mkdir -p shop/migrations
touch shop/__init__.py shop/migrations/__init__.py
cp django_models.py shop/models.py

for version in before wanted; do
  npx drizzle-kit generate --dialect postgresql --schema "drizzle-$version.ts" --out "drizzle-$version" > /dev/null
  cat "drizzle-$version"/*.sql > "$here/drizzle/$version.sql"
  node knex.js "$version" > "$here/knex/$version.sql"
  /usr/bin/python3 sqlalchemy_models.py "$version" > "$here/sqlalchemy/$version.sql"
  V=$version /usr/bin/python3 django_run.py > "$here/django/$version.sql"
done
