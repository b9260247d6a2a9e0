-- Revert shop:phone from pg

BEGIN;

ALTER TABLE account DROP COLUMN phone;

COMMIT;
