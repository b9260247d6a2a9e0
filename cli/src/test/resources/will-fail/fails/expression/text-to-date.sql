-- 42P17: functions in index expression must be marked immutable
CREATE TABLE a (id bigint, at text);
CREATE INDEX i ON a ((at::date));
