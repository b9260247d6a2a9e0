-- 42P17: functions in index predicate must be marked immutable
CREATE TABLE a (id bigint, at date);
CREATE INDEX i ON a (id) WHERE at > CURRENT_DATE;
