-- 22023: invalid value for integer option fillfactor: high
CREATE TABLE a (id int) WITH (fillfactor = high);
