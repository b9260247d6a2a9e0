-- 42P17: functions in index expression must be marked immutable
CREATE TABLE a (id bigint, at timestamp);
CREATE INDEX i ON a (to_char(at, 'YYYY'));
