CREATE SCHEMA billing;
ALTER SCHEMA billing OWNER TO postgres;
