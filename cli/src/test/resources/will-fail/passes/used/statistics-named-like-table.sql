-- passes: a column named like its table is not the one behind FROM
CREATE TABLE n (id int, n int, m int);
CREATE STATISTICS s ON id, m FROM n;
CREATE STATISTICS q ON n, m FROM n;
ALTER TABLE n DROP COLUMN n;
DROP STATISTICS s;
