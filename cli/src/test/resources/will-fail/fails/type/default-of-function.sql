-- 42804: default expression of another type
CREATE FUNCTION made() RETURNS date LANGUAGE sql AS 'SELECT current_date';
CREATE TABLE t (id int);
ALTER TABLE t ALTER id SET DEFAULT made();
