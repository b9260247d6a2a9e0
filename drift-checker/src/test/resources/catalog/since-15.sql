CREATE UNLOGGED SEQUENCE app.fast;
CREATE TABLE app.nulls (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a), FOREIGN KEY (b) REFERENCES app.nulls (a) ON DELETE SET NULL (b));
CREATE VIEW app.invoked WITH (security_invoker = true, check_option = cascaded) AS SELECT a FROM app.nulls WHERE a > 1;
CREATE PUBLICATION part FOR TABLE app.users (id, email) WHERE (extra > 1);
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA "Odd Name";
GRANT SET ON PARAMETER work_mem TO app_reader;
