-- 42703 since 15: column nmae of relation a does not exist
CREATE TABLE a (id bigint PRIMARY KEY, name text);
CREATE PUBLICATION p FOR TABLE a (id, nmae);
