-- baseline
CREATE SEQUENCE numbers;
-- migration
ALTER SEQUENCE numbers CACHE 20;
