-- baseline
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100), plan text, seen_at timestamp(3), tags varchar(20)[]);
-- migration
ALTER TABLE users ALTER COLUMN email TYPE text, ALTER COLUMN plan SET DATA TYPE varchar USING plan::varchar;
-- next migration
ALTER TABLE users ALTER COLUMN seen_at TYPE timestamp, ALTER COLUMN tags TYPE varchar[];
