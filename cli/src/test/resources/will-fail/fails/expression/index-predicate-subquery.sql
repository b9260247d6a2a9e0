-- 0A000: cannot use subquery in index predicate
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id) WHERE id IN (SELECT 1);
