-- 42601 until 17: alter enforced came with PostgreSQL 18
CREATE TABLE p (a int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT c_a REFERENCES p);
-- migration
ALTER TABLE c ALTER CONSTRAINT c_a NOT ENFORCED;
