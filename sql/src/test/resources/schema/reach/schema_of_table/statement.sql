alter table ser set schema s2;
