CREATE TABLE t (a integer, new text, z date); CREATE VIEW v AS SELECT a, new AS old FROM t; CREATE INDEX i ON t (new);
