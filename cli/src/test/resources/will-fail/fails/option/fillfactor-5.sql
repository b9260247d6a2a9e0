-- 22023: value 5 out of bounds for option fillfactor
CREATE TABLE a (id int) WITH (fillfactor = 5);
