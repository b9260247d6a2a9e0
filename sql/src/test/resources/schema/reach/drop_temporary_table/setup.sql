create table parent (id int primary key);
