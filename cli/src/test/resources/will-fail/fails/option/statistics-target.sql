-- 22023: statistics target -5 is too low
CREATE TABLE a (id int);
ALTER TABLE a ALTER id SET STATISTICS -5;
