-- passes since 18: returning old
CREATE TABLE a (id bigint, name text);
UPDATE a SET name = 'x' RETURNING old.name, new.name;
