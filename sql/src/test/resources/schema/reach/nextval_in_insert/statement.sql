insert into ts default values;
