-- 42P16: could not change table p to unlogged because it references logged table c
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int REFERENCES p);
ALTER TABLE p SET UNLOGGED;
