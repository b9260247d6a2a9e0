-- 42P16: column id has pseudo-type trigger
CREATE TABLE t (id trigger);
