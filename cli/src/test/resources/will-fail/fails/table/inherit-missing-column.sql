-- 42804: child table is missing column n
CREATE TABLE p (id bigint, n int);
CREATE TABLE c (id bigint);
ALTER TABLE c INHERIT p;
