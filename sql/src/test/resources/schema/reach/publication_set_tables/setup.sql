create table t (a int);
create table u (a int);
create publication pub for table t;
