CREATE TABLE t_f (id int);
