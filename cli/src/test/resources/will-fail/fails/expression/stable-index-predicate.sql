-- 42P17: functions in index predicate must be marked immutable
CREATE TABLE a (id bigint, at timestamptz);
CREATE INDEX i ON a (id) WHERE at > now();
