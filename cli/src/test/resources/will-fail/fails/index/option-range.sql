-- 22023: value 5 out of bounds for option fillfactor
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id) WITH (fillfactor = 5);
