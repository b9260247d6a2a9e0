-- 0A000: an index as a key
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE UNIQUE INDEX i ON e (id, at);
-- migration
ALTER TABLE e ADD CONSTRAINT c UNIQUE USING INDEX i;
