-- 22003: numeric field overflow
CREATE TABLE a (id int);
ALTER TABLE a ADD COLUMN d numeric(3,2) DEFAULT 10.5;
