-- passes: an inline key of a partitioned table, in a migration with other work
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE e (id bigint, at date, b bigint) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
CREATE TABLE n (id bigint PRIMARY KEY);
-- migration
ALTER TABLE e ADD CONSTRAINT e_b_fkey FOREIGN KEY (b) REFERENCES p (id);
UPDATE n SET id = 2;
