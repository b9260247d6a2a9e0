-- 22023: value -2 out of bounds for option n_distinct
CREATE TABLE a (id int);
ALTER TABLE a ALTER id SET (n_distinct = -2);
