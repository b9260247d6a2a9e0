-- passes: a cast of one's own
CREATE TYPE mood AS ENUM ('fine');
CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT;
CREATE TABLE t (a text);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE mood;
