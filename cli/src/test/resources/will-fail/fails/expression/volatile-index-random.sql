-- 42P17: functions in index expression must be marked immutable
CREATE TABLE a (id bigint);
CREATE INDEX i ON a ((id + random()));
