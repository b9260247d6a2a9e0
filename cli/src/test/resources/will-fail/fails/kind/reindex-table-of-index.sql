-- 42809: t_pkey is not a table or materialized view
CREATE TABLE t (id bigint PRIMARY KEY);
REINDEX TABLE t_pkey;
