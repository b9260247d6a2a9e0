-- passes: the column has another type now
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (id bigint PRIMARY KEY, mood mood);
ALTER TABLE t ALTER COLUMN mood TYPE text;
-- migration
DROP TYPE mood;
