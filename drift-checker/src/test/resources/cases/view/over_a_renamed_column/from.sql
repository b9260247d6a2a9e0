CREATE TABLE t (a integer, old text, z date); CREATE VIEW v AS SELECT a, old FROM t; CREATE INDEX i ON t (old);
