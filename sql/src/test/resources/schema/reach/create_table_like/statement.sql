create table nt (like t including all);
