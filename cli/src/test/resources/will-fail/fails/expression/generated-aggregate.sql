-- 42803: aggregate functions are not allowed in column generation expressions
CREATE TABLE a (f int, n bigint GENERATED ALWAYS AS (sum(f)) STORED);
