create schema s;
create table parent (id int primary key);
create table s.a (id int primary key, p int references public.parent);
create table outside (x int references s.a);
create view seen as select * from s.a;
