-- Deploy shop:name to pg

BEGIN;

ALTER TABLE account ADD COLUMN name text;

COMMIT;
