-- 42P16: cannot rename inherited column id
CREATE TABLE p (id bigint);
CREATE TABLE c () INHERITS (p);
ALTER TABLE c RENAME COLUMN id TO x;
