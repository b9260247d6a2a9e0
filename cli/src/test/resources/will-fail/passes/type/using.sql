-- passes: USING
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (a text, b int, c text DEFAULT NULL);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::mood, ALTER COLUMN b TYPE boolean USING b <> 0, ALTER COLUMN c TYPE int USING c::int;
