-- 22023: invalid value for enum option vacuum_index_cleanup: never
CREATE TABLE a (id int) WITH (vacuum_index_cleanup = never);
