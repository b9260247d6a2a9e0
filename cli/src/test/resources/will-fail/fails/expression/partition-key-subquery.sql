-- 0A000: cannot use subquery in partition key expression
CREATE TABLE a (f int) PARTITION BY RANGE ((f + (SELECT 1)));
