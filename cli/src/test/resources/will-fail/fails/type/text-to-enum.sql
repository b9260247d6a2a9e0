-- 42804: no automatic cast
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a text);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE mood;
