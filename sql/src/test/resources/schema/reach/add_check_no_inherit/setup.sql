create table base (id int primary key, n int);
create table kid (c int) inherits (base);
