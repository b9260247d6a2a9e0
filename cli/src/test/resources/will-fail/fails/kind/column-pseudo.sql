-- 42P16: column id has pseudo-type record
CREATE TABLE t (id record);
