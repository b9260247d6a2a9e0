-- 42P17: cannot use system column xmin in partition key
CREATE TABLE a (f int) PARTITION BY RANGE (xmin);
