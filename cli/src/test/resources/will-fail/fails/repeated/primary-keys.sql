-- 42P16: two in one statement
CREATE TABLE t (id bigint PRIMARY KEY, a int PRIMARY KEY);
