CREATE TABLE t_c (id int);
