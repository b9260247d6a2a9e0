-- passes: a remainder
CREATE TABLE e (id bigint) PARTITION BY HASH (id);
CREATE TABLE e_1 (id bigint);
-- migration
ALTER TABLE e ATTACH PARTITION e_1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
