create table nt (id int references t, x int references parent(id));
