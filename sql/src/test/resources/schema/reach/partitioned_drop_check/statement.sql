alter table pt drop constraint ck;
