-- deed: requires main/99
CREATE TABLE c (id int);
