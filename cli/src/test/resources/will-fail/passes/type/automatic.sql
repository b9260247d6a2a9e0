-- passes: automatic casts
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a int, b varchar(10), c mood, d int[], e date, f json, g jsonb, h bigint);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint, ALTER COLUMN b TYPE text, ALTER COLUMN c TYPE text, ALTER COLUMN d TYPE bigint[], ALTER COLUMN e TYPE timestamptz, ALTER COLUMN f TYPE jsonb, ALTER COLUMN g TYPE json, ALTER COLUMN h TYPE int;
