-- 42804: a number for a truth
CREATE TABLE t (a boolean DEFAULT 0);
