alter table third set unlogged;
