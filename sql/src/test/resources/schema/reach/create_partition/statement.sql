create table pt3 partition of pt for values from (20) to (30);
