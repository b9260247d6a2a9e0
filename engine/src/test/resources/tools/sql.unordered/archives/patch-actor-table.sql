CREATE TABLE "actor-table" (id bigint PRIMARY KEY);
