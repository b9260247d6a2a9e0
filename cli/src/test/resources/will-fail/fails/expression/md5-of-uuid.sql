-- 42883
CREATE TABLE t (u uuid);
-- migration
CREATE INDEX ON t (md5(u));
