-- 42703 since 15: column ident does not exist
CREATE TABLE a (id bigint PRIMARY KEY, name text);
CREATE PUBLICATION p FOR TABLE a WHERE (ident > 3);
