create table ct (x dm);
