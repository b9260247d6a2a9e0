-- 42883
CREATE TABLE t (b text);
-- migration
CREATE INDEX ON t (date_trunc('day', b));
