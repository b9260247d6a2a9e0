-- 22023: unrecognized parameter fill_factor
CREATE TABLE a (id bigint) WITH (fill_factor = 70);
