-- 0A000: cannot use subquery in check constraint
CREATE TABLE a (id bigint CHECK (id IN (SELECT 1)));
