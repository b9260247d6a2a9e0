-- deed: requires auth/1
CREATE TABLE e (id int);
