-- 22023: restart value (0) cannot be less than minvalue (1)
CREATE SEQUENCE s;
ALTER SEQUENCE s RESTART 0;
