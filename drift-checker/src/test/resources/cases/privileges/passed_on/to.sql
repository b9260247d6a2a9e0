CREATE TABLE t (a integer);
GRANT SELECT ON t TO app_owner;
GRANT SELECT ON t TO app_reader;
