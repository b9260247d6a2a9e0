-- 42804: collations are not supported by type integer
CREATE TABLE a (x int) PARTITION BY RANGE (x COLLATE "C");
