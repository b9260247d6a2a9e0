-- 22023: unrecognized parameter fillfactor
CREATE TABLE a (id int, t text) WITH (toast.fillfactor = 50);
