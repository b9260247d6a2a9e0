-- passes: a rule replaces the row
CREATE TABLE t (id bigint PRIMARY KEY, name text NOT NULL);
CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING;
-- migration
INSERT INTO t (id) VALUES (1);
