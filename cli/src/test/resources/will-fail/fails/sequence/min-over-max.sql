-- 22023: minvalue (10) must be less than maxvalue (5)
CREATE SEQUENCE s MINVALUE 10 MAXVALUE 5;
