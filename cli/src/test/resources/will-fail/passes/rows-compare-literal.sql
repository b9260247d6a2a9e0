-- passes
CREATE TABLE a (id int, d date);
DELETE FROM a WHERE id = '7' AND d < '2020-01-01';
