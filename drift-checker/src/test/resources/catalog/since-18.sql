CREATE TABLE app.virtual (a integer CONSTRAINT a_there NOT NULL NO INHERIT, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL, c integer, CONSTRAINT soft CHECK (c > 0) NOT ENFORCED);
ALTER TABLE app.virtual ADD CONSTRAINT c_there NOT NULL c NOT VALID;
COMMENT ON CONSTRAINT a_there ON app.virtual IS 'there';
CREATE TABLE app.periods (id int4range, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE app.in_periods (id int4range, valid daterange, FOREIGN KEY (id, PERIOD valid) REFERENCES app.periods (id, PERIOD valid));
CREATE TABLE app.softly (id bigint REFERENCES app.users NOT ENFORCED);
CREATE PUBLICATION generated FOR TABLE app.virtual WITH (publish_generated_columns = stored);
