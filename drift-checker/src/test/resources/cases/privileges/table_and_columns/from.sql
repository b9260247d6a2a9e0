CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO app_reader; GRANT SELECT (a) ON t TO app_reader;
