CREATE TABLE t_h (id int);
