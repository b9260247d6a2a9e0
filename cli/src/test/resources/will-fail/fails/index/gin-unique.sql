-- 0A000: access method gin does not support unique indexes
CREATE TABLE a (id bigint, t text[]);
CREATE UNIQUE INDEX i ON a USING gin (t);
