-- deed: requires auth/1
CREATE TABLE b (id int);
