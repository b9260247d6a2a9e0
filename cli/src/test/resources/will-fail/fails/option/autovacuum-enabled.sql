-- 22023: invalid value for boolean option autovacuum_enabled: sometimes
CREATE TABLE a (id int) WITH (autovacuum_enabled = sometimes);
