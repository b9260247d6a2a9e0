CREATE TABLE "TBLS" ("ID" bigint PRIMARY KEY, "A" text, "B" text, "C" text);
