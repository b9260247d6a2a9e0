-- 0A000: system columns cannot be used in foreign keys
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint REFERENCES p (xmin));
