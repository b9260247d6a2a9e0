-- 42809 until 17: a NOT VALID key
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE e (id bigint, at date, p bigint) PARTITION BY RANGE (at);
-- migration
ALTER TABLE e ADD CONSTRAINT c FOREIGN KEY (p) REFERENCES p (id) NOT VALID;
