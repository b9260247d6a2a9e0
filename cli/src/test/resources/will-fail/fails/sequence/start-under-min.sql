-- 22023: start value (5) cannot be less than minvalue (10)
CREATE SEQUENCE s MINVALUE 10 START 5;
