create table kid2 (e int) inherits (base);
