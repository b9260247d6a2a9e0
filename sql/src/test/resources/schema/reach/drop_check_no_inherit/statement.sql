alter table base drop constraint positive;
