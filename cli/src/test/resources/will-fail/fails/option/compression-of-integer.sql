-- 0A000: column data type integer does not support compression
CREATE TABLE a (id int);
ALTER TABLE a ALTER id SET COMPRESSION pglz;
