-- 2BP01: an attached index
CREATE TABLE e (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE e_1 PARTITION OF e DEFAULT;
CREATE INDEX i ON e (id);
-- migration
DROP INDEX e_1_id_idx;
