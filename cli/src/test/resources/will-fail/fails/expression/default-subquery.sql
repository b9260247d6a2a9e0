-- 0A000: cannot use subquery in default expression
CREATE TABLE a (id bigint DEFAULT (SELECT 1));
