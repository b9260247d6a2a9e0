-- 0A000: access method gin does not support nulls first/last options
CREATE TABLE a (id bigint, t text[]);
CREATE INDEX i ON a USING gin (t NULLS FIRST);
