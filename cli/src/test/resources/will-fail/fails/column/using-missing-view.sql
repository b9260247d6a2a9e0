-- 42703: column x specified in using clause does not exist in right table
CREATE TABLE a (id bigint, x int);
CREATE TABLE b (id bigint);
CREATE VIEW v AS SELECT a.id FROM a JOIN b USING (id, x);
