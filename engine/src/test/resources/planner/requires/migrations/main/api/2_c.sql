-- deed: requires auth/5
CREATE TABLE c (id int);
