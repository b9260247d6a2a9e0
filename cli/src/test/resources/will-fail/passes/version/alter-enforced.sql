-- passes since 18: alter enforced
CREATE TABLE p (a int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT c_a REFERENCES p);
-- migration
ALTER TABLE c ALTER CONSTRAINT c_a NOT ENFORCED;
