-- passes since 15: database strategy
-- deed: transaction none
CREATE DATABASE newer_database STRATEGY = wal_log;
DROP DATABASE newer_database;
