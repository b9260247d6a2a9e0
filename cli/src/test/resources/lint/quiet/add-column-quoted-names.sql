-- baseline
CREATE TABLE "Customer" ("Id" bigint PRIMARY KEY);
-- migration
ALTER TABLE public."Customer" ADD COLUMN "Nick name" text;
