-- deed: requires auth/010
CREATE TABLE a (id int);
