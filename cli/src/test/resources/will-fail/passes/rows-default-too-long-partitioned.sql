-- passes
CREATE TABLE a (id int) PARTITION BY LIST (id);
ALTER TABLE a ADD COLUMN code varchar(3) DEFAULT 'abcd';
