CREATE TABLE "comment_table" (id bigint PRIMARY KEY);
