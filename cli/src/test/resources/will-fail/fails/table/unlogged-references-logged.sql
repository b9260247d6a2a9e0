-- 42P16: constraints on permanent tables may reference only permanent tables
CREATE UNLOGGED TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int REFERENCES p);
