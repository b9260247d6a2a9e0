-- passes: a column called like a function
CREATE TABLE t (id bigint PRIMARY KEY, label text);
-- migration
SELECT label(t) FROM t;
