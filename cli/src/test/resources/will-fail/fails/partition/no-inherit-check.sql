-- 42P16: a check of its own
CREATE TABLE e (id int) PARTITION BY RANGE (id);
-- migration
ALTER TABLE e ADD CONSTRAINT c CHECK (id > 0) NO INHERIT;
