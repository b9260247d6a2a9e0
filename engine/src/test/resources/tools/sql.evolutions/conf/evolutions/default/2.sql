# --- !Ups
ALTER TABLE account ADD COLUMN name text;

# --- !Downs
ALTER TABLE account DROP COLUMN name;
