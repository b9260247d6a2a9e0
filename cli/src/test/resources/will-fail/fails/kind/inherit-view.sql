-- 42809: inherited relation v is not a table or foreign table
CREATE VIEW v AS SELECT 1 AS x;
CREATE TABLE t () INHERITS (v);
