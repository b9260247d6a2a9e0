-- 428C9: a value for it
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a int);
-- migration
INSERT INTO t (id, a) VALUES (1, 2);
