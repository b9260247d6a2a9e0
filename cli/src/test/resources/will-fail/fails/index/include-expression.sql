-- 0A000: expressions are not supported in included columns
CREATE TABLE a (id bigint, n int);
CREATE INDEX i ON a (id) INCLUDE (lower('x'));
