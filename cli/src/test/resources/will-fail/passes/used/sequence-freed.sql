-- passes: the default is gone
CREATE SEQUENCE s;
CREATE TABLE t (id bigint DEFAULT nextval('s'));
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;
-- migration
DROP SEQUENCE s;
