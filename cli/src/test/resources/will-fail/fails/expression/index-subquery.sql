-- 0A000: cannot use subquery in index expression
CREATE TABLE a (id bigint);
CREATE INDEX i ON a ((id + (SELECT 1)));
