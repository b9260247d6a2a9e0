-- 22023: value 101 out of bounds for option fillfactor
CREATE TABLE a (id int);
CREATE INDEX i ON a (id);
ALTER INDEX i SET (fillfactor = 101);
