-- 42601 until 14: set null columns came with PostgreSQL 15
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
-- migration
CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b));
