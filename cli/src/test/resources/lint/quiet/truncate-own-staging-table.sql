-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
CREATE TEMPORARY TABLE staging (id bigint, email text) ON COMMIT DROP;
ALTER TABLE staging ALTER COLUMN id TYPE integer;
TRUNCATE staging;
DROP TABLE staging;
