-- passes: the user was dropped
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM t;
-- migration
DROP VIEW v;
DROP TABLE t;
