-- Deploy shop:phone to pg

BEGIN;

ALTER TABLE account ADD COLUMN phone text;

COMMIT;
