create table p (id int, day int) partition by range (id);
create table p1 partition of p for values from (0) to (10);
create table pd partition of p default;
