create table node (id int primary key, up int references node);
