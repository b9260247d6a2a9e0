-- passes: system
CREATE TABLE a (id bigint, name text);
SELECT ctid, xmin, a.tableoid::regclass FROM a;
SELECT relname, oid FROM pg_class WHERE relkind = 'r';
SELECT c.column_name FROM information_schema.columns c WHERE c.table_name = 'a';
