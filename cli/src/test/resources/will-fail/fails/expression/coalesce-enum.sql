-- 22P02
CREATE TYPE en AS ENUM ('a'); CREATE TABLE t (s en);
-- migration
CREATE VIEW v AS SELECT coalesce(s, 'none') AS c FROM t;
