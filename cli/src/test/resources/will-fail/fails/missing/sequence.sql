-- 42P01: no sequence
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE t RESTART;
