-- passes: what exists is not created
CREATE TABLE a (id bigint, done text);
CREATE TABLE IF NOT EXISTS a (id bigint DEFAULT (SELECT 1), done boolean CHECK (done), doc json UNIQUE);
ALTER TABLE a ADD COLUMN IF NOT EXISTS done text GENERATED ALWAYS AS (now()::text) STORED;
CREATE SEQUENCE s;
CREATE SEQUENCE IF NOT EXISTS s INCREMENT 0;
