alter table pt set schema s2;
