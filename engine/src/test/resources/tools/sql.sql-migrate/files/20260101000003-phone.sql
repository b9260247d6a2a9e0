-- +migrate Up
ALTER TABLE account ADD COLUMN phone text;

-- +migrate Down
SELECT 1;
