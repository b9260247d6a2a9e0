alter table pt add foreign key (k) references parent(id);
