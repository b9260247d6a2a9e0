create table base (id int primary key, n int);
create table kid (c int) inherits (base);
alter table base add constraint positive check (n > 0) no inherit;
