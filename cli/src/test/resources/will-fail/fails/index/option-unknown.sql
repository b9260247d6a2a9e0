-- 22023: unrecognized parameter fill_factor
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id) WITH (fill_factor = 70);
