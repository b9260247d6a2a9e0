-- 42883
CREATE TABLE t (id int);
-- migration
CREATE VIEW v AS SELECT upper(1) AS u;
