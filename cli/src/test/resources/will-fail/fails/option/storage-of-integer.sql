-- 0A000: column data type integer can only have storage plain
CREATE TABLE a (id int);
ALTER TABLE a ALTER id SET STORAGE EXTERNAL;
