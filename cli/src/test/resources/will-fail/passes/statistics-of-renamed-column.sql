-- passes
CREATE TABLE t (id int PRIMARY KEY, n int, "from" text);
CREATE STATISTICS st (ndistinct) ON n, id, "from" FROM t;
CREATE STATISTICS ex ON (n + id), lower('n' || "from") FROM t;
ALTER TABLE t RENAME COLUMN n TO n_old;
ALTER TABLE t RENAME COLUMN "from" TO "To";
ALTER TABLE t DROP COLUMN n_old;
CREATE STATISTICS st ON "To", id FROM t;
CREATE STATISTICS ex ON "To", id FROM t;
