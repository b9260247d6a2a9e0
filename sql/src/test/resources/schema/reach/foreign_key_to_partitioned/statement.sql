alter table holder add foreign key (k) references pt;
