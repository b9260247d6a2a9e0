-- deed: requires auth/3
CREATE TABLE t_d (id int);
