-- 42601 until 14: database strategy came with PostgreSQL 15
-- deed: transaction none
CREATE DATABASE newer_database STRATEGY = wal_log;
DROP DATABASE newer_database;
