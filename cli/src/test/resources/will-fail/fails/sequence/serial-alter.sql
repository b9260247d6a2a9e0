-- 42704: type serial does not exist
CREATE TABLE a (id int);
ALTER TABLE a ALTER COLUMN id TYPE serial;
