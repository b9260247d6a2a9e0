-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
SET LOCAL TIME ZONE 'UTC';
ALTER TABLE users ALTER COLUMN seen_at TYPE timestamp with time zone;
