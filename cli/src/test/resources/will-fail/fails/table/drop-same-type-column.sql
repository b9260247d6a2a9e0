-- 2BP01: cannot drop table t because other objects depend on it
CREATE TABLE t (a int);
CREATE TABLE p (x t);
DROP TABLE t;
