-- 0LP01: invalid privilege type select for schema
CREATE SCHEMA s;
GRANT SELECT ON SCHEMA s TO PUBLIC;
