create table parent (id int primary key);
create table pt (k int, v text, p int references parent(id)) partition by range (k);
create table pt1 partition of pt for values from (0) to (10);
create table pt2 partition of pt for values from (10) to (20) partition by range (k);
create table pt2a partition of pt2 for values from (10) to (15);
create table loose (k int, v text, p int);
