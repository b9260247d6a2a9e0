CREATE TABLE h2 (id bigint);
