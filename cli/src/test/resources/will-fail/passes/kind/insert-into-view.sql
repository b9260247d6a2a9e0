-- passes: a view takes rows
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id FROM t;
-- migration
INSERT INTO v (id) VALUES (1);
