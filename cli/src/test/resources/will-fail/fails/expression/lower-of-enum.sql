-- 42883
CREATE TYPE en AS ENUM ('a'); CREATE TABLE t (id int, s en);
-- migration
CREATE INDEX ON t (lower(s));
