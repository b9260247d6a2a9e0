-- 22023: restart value (50) cannot be greater than maxvalue (10)
CREATE SEQUENCE s MAXVALUE 10;
ALTER SEQUENCE s RESTART 50;
