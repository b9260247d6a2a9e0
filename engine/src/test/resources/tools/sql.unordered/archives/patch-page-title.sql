CREATE TABLE "page-title" (id bigint PRIMARY KEY);
