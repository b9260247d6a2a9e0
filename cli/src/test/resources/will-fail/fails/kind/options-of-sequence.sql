-- 42809
CREATE SEQUENCE s;
-- migration
ALTER TABLE s SET (fillfactor = 50);
