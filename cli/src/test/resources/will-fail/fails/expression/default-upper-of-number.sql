-- 42883
CREATE TABLE t (id int, b text);
-- migration
ALTER TABLE t ALTER b SET DEFAULT upper(5);
