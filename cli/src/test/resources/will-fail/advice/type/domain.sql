-- passes: a domain's constraint
CREATE DOMAIN d AS text;
CREATE TABLE t (a d);
-- migration
ALTER DOMAIN d ADD CONSTRAINT c CHECK (value <> '');
ALTER TABLE t ADD COLUMN b d;
