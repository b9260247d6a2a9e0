CREATE TABLE "T" ("A" bigint, "a b" text DEFAULT 'it''s', "größe" integer NOT NULL, "order" text);
COMMENT ON COLUMN "T"."größe" IS 'Größe "x"'; CREATE INDEX "Größe" ON "T" ("größe");
