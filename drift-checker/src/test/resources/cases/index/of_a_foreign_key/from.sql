CREATE TABLE p (a integer, b integer); CREATE TABLE c (a integer);
CREATE UNIQUE INDEX i ON p (a); ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p (a);
