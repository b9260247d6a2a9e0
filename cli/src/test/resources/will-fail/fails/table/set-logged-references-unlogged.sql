-- 42P16: could not change table c to logged because it references unlogged table p
CREATE UNLOGGED TABLE p (id int PRIMARY KEY);
CREATE UNLOGGED TABLE c (id int REFERENCES p);
ALTER TABLE c SET LOGGED;
