-- 42809: cannot change inheritance of typed table
CREATE TYPE pair AS (x integer);
CREATE TABLE a OF pair;
CREATE TABLE b (x integer);
ALTER TABLE a INHERIT b;
