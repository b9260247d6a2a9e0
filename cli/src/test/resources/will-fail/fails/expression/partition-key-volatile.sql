-- 42P17: functions in partition key expression must be marked immutable
CREATE TABLE a (f timestamptz) PARTITION BY RANGE (date_trunc('day', f));
