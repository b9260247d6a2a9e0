-- 0A000: cannot use subquery in index predicate
CREATE TABLE a (id bigint, EXCLUDE (id WITH =) WHERE (id IN (SELECT 1)));
