-- passes: a unique index serves
CREATE TABLE t (id bigint, code text, b int);
CREATE UNIQUE INDEX ON t (code);
CREATE UNIQUE INDEX ON t (b, code);
-- migration
CREATE TABLE u (code text REFERENCES t (code), b int, FOREIGN KEY (code, b) REFERENCES t (code, b));
