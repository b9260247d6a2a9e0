-- 42P16: cannot alter inherited column id
CREATE TABLE p (id int);
CREATE TABLE c () INHERITS (p);
ALTER TABLE c ALTER COLUMN id TYPE bigint;
