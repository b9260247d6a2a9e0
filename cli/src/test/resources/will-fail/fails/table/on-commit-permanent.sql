-- 42P16: on commit can only be used on temporary tables
CREATE TABLE p (id int PRIMARY KEY) ON COMMIT DROP;
