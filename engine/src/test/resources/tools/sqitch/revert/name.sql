-- Revert shop:name from pg

BEGIN;

ALTER TABLE account DROP COLUMN name;

COMMIT;
