CREATE TABLE "T" ("A" integer, "a b" text, "größe" integer, "select" text);
