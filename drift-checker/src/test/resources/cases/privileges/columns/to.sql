CREATE TABLE t (a integer, b text, c date);
GRANT SELECT (b, c), UPDATE (a) ON t TO app_reader WITH GRANT OPTION; GRANT DELETE ON t TO app_reader;
