create table pt9 partition of pt for values from (90) to (95);
