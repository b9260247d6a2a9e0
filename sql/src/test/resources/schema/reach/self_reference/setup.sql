create table node (id int primary key, up int references node);
insert into node values (1, null);
