-- migrate:up
ALTER TABLE account ADD COLUMN phone text;

-- migrate:down
ALTER TABLE account DROP COLUMN phone;
