CREATE TYPE ty AS (a bigint, b text COLLATE "C", c integer);
CREATE TABLE t OF ty (PRIMARY KEY (a), b NOT NULL);
