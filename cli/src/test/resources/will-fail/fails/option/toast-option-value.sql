-- 22023: invalid value for boolean option autovacuum_enabled: 9
CREATE TABLE a (id int, t text) WITH (toast.autovacuum_enabled = 9);
