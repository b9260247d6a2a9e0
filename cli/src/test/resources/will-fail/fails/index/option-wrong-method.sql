-- 22023: unrecognized parameter fastupdate
CREATE TABLE a (id bigint);
CREATE INDEX i ON a (id) WITH (fastupdate = on);
