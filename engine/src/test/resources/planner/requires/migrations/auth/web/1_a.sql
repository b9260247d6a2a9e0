-- deed: requires main/2
CREATE TABLE a (id int);
