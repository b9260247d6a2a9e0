-- passes: a list with NULL
CREATE TABLE e (id bigint, r text) PARTITION BY LIST (r);
CREATE TABLE e_1 (id bigint, r text);
-- migration
ALTER TABLE e ATTACH PARTITION e_1 FOR VALUES IN ('a', NULL);
