-- 22023 until 15: unrecognized parameter fillfactor
CREATE TABLE a (id bigint) PARTITION BY LIST (id);
ALTER TABLE a SET (fillfactor = 70);
