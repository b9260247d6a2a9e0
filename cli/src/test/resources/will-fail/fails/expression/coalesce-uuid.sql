-- 22P02
CREATE TABLE t (u uuid);
-- migration
CREATE INDEX ON t (coalesce(u, ''));
