-- passes: views
CREATE TABLE a (id bigint, name text);
CREATE VIEW v (k, n) AS SELECT id, name FROM a;
CREATE VIEW w AS SELECT v.*, upper(n) AS u FROM v;
SELECT w.k FROM w;
