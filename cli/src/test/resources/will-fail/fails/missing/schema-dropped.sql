-- 3F000: a schema that was dropped
CREATE SCHEMA billing;
DROP SCHEMA billing;
-- migration
CREATE TABLE billing.t (id bigint PRIMARY KEY);
