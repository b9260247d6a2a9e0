-- 2BP01: the table requires its type
CREATE TABLE t (id int);
-- migration
DROP TYPE t;
