-- 22023: increment must not be zero
CREATE SEQUENCE s INCREMENT 0;
