-- +migrate Up
ALTER TABLE account ADD COLUMN name text;

-- +migrate Down
SELECT 1;
