-- migration
CREATE UNLOGGED TABLE import_lines (id bigint PRIMARY KEY, line text NOT NULL);
