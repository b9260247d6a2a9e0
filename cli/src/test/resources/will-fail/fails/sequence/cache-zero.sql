-- 22023: cache (0) must be greater than zero
CREATE SEQUENCE s CACHE 0;
