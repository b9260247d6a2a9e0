-- 42703: column x specified in using clause does not exist in right table
CREATE TABLE a (id bigint, x int);
CREATE TABLE b (id bigint);
SELECT x FROM a LEFT JOIN b USING (x);
