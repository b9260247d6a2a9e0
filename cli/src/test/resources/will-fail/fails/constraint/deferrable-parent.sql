-- 55000: cannot use a deferrable primary key for referenced table p
CREATE TABLE p (id bigint PRIMARY KEY DEFERRABLE);
CREATE TABLE a (id bigint REFERENCES p);
