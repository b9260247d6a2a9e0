-- 0A000 since 15: cannot alter type of a column used by a publication where clause
CREATE TABLE a (id int, n int);
CREATE PUBLICATION p FOR TABLE a WHERE (n > 3);
ALTER TABLE a ALTER COLUMN n TYPE bigint;
