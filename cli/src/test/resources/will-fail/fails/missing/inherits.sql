-- 42P01: no parent
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE admins (level int) INHERITS (people);
