CREATE TABLE t (a integer, b text);
GRANT SELECT (a) ON t TO app_reader;
