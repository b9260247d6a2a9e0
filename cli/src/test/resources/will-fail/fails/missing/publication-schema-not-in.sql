-- 42704 since 15: tables from schema s are not part of the publication
CREATE SCHEMA s;
CREATE PUBLICATION p;
ALTER PUBLICATION p DROP TABLES IN SCHEMA s;
