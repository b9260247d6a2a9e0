-- 42P16: column id has pseudo-type anyelement
CREATE TABLE t (id anyelement);
