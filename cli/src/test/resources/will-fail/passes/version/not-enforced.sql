-- passes since 18: not enforced
CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED);
