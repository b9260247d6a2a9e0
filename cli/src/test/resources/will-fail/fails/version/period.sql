-- 42601 until 17: period came with PostgreSQL 18
CREATE TABLE p (a int4range, b daterange, PRIMARY KEY (a, b WITHOUT OVERLAPS));
