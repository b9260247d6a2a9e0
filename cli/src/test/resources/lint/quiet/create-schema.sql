-- migration
CREATE SCHEMA IF NOT EXISTS reporting;
