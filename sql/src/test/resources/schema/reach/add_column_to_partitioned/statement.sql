alter table pt add column n int;
