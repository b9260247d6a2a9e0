-- passes: a typed table
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair;
-- migration
CREATE INDEX ON t (b);
