create table t (a int);
create table kid () inherits (t);
