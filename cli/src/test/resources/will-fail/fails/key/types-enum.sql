-- 42804: text for an enum
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE t (id mood PRIMARY KEY);
-- migration
CREATE TABLE u (id text REFERENCES t);
