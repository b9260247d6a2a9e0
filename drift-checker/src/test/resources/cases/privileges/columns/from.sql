CREATE TABLE t (a integer, b text, c date);
GRANT SELECT (a, b), UPDATE (a) ON t TO app_reader; GRANT INSERT ON t TO app_reader;
