-- 0A000: cannot alter table t because column p.x uses its row type
CREATE TABLE t (a int);
CREATE TABLE p (x t);
ALTER TABLE t ALTER COLUMN a TYPE bigint;
