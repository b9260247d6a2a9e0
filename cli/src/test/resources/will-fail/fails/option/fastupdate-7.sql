-- 22023: invalid value for boolean option fastupdate: 7
CREATE TABLE a (id int[]);
CREATE INDEX i ON a USING gin (id) WITH (fastupdate = 7);
