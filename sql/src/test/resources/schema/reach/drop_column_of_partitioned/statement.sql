alter table pt drop column p;
