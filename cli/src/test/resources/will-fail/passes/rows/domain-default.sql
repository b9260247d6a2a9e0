-- passes: a domain's default
CREATE DOMAIN d AS text DEFAULT 'x' NOT NULL;
CREATE TABLE t (id bigint, a d NOT NULL);
-- migration
INSERT INTO t (id) VALUES (1);
