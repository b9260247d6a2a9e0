create table base (a int, b text);
create table kid (c int) inherits (base);
create table grandkid (d int) inherits (kid);
