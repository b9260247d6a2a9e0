-- 42809
CREATE TABLE t (id int);
-- migration
COMMENT ON DOMAIN t IS 'x';
