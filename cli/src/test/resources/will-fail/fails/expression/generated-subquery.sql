-- 0A000: cannot use subquery in column generation expression
CREATE TABLE a (f int, n bigint GENERATED ALWAYS AS ((SELECT count(*) FROM pg_class)) STORED);
