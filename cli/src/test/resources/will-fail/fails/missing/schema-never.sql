-- 3F000: a schema that no migration creates
CREATE SCHEMA billing;
CREATE TABLE billing.t (id bigint PRIMARY KEY);
-- migration
CREATE TABLE biling.u (id bigint PRIMARY KEY);
