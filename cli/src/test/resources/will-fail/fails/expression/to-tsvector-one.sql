-- 42P17: functions in index expression must be marked immutable
CREATE TABLE a (id bigint, name text);
CREATE INDEX i ON a USING gin (to_tsvector(name));
