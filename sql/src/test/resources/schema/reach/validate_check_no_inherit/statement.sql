alter table base validate constraint positive;
