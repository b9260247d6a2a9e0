CREATE TABLE "TBLS" ("ID" bigint PRIMARY KEY, "A" text, "B" text); CREATE TABLE other (id bigint);
