CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a), CONSTRAINT w UNIQUE (b));
