-- 42P10 since 15: column id referenced in on delete set action must be part of foreign key
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint, x bigint REFERENCES p ON DELETE SET NULL (id));
