-- 22003: smallint out of range
CREATE TABLE a (id int);
ALTER TABLE a ADD COLUMN d smallint DEFAULT 70000;
