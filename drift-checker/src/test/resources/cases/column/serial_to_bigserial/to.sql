CREATE TABLE t (a bigserial PRIMARY KEY);
