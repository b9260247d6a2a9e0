-- 42P17: functions in index expression must be marked immutable
CREATE TABLE a (id bigint, at timestamptz);
CREATE INDEX i ON a ((now() - at));
