-- passes: types that compare
CREATE TABLE t (id bigint PRIMARY KEY, n numeric UNIQUE, v varchar(10) UNIQUE, d date UNIQUE);
-- migration
CREATE TABLE u (a int REFERENCES t, b smallint REFERENCES t, c int REFERENCES t (n), d text REFERENCES t (v), e timestamptz REFERENCES t (d), f serial REFERENCES t);
