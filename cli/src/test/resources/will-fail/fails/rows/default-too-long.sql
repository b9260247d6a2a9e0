-- 22001: value too long for type character varying(3)
CREATE TABLE a (id int);
ALTER TABLE a ADD COLUMN code varchar(3) DEFAULT 'abcd';
