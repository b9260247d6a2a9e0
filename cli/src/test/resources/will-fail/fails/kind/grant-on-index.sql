-- 42809
CREATE TABLE t (id int); CREATE INDEX i ON t (id);
-- migration
GRANT SELECT ON i TO PUBLIC;
