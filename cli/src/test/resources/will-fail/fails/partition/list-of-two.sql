-- 42P17: a list of two columns
CREATE TABLE e (id int, a int) PARTITION BY LIST (id, a);
