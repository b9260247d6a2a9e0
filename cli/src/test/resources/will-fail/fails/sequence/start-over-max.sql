-- 22023: start value (50) cannot be greater than maxvalue (10)
CREATE SEQUENCE s MAXVALUE 10 START 50;
