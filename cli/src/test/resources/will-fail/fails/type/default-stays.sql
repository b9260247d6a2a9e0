-- 42804: the default has no cast
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a text DEFAULT 'fine');
-- migration
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::mood;
