-- 22023: value 0 out of bounds for option pages_per_range
CREATE TABLE a (id int);
CREATE INDEX i ON a USING brin (id) WITH (pages_per_range = 0);
