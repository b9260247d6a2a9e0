-- 42809: no key references it
CREATE VIEW v AS SELECT 1 AS a;
-- migration
CREATE TABLE t (a int REFERENCES v (a));
