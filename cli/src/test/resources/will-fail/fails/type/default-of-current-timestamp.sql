-- 42804: default expression of another type
CREATE TABLE t (id int);
ALTER TABLE t ADD COLUMN at uuid DEFAULT CURRENT_TIMESTAMP;
