create domain dm as int; create table ct (x dm, y int);
create view cv as select x from ct;
