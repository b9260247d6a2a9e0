-- 42809: a table's row type has the table's name
CREATE TABLE t (id int);
-- migration
ALTER TYPE t RENAME TO u;
