CREATE SCHEMA "My App";
ALTER SCHEMA "My App" OWNER TO app_owner;
GRANT USAGE ON SCHEMA "My App" TO app_reader;
CREATE TYPE "My App"."Mood" AS ENUM ('it''s', 'ok');
ALTER TYPE "My App"."Mood" OWNER TO postgres;
CREATE FUNCTION "My App"."F"("A" integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;
ALTER FUNCTION "My App"."F"(integer) OWNER TO postgres;
CREATE SEQUENCE "My App"."Users_id_seq";
CREATE TABLE "My App"."Users" (
    id bigint DEFAULT nextval('"My App"."Users_id_seq"'::regclass) NOT NULL,
    "Mood" "My App"."Mood" DEFAULT 'ok'::"My App"."Mood",
    "E-Mail" text,
    CONSTRAINT "Users_E-Mail_key" UNIQUE ("E-Mail"),
    CONSTRAINT "Users_pkey" PRIMARY KEY (id)
);
ALTER TABLE "My App"."Users" OWNER TO postgres;
GRANT SELECT ON TABLE "My App"."Users" TO app_reader;
ALTER SEQUENCE "My App"."Users_id_seq" OWNER TO postgres;
ALTER SEQUENCE "My App"."Users_id_seq" OWNED BY "My App"."Users".id;
CREATE INDEX "by mood" ON "My App"."Users" USING btree ("Mood");
CREATE VIEW "My App"."v w" AS
    SELECT "Users".id AS "Id" FROM "My App"."Users";
ALTER VIEW "My App"."v w" OWNER TO postgres;
GRANT SELECT ON TABLE "My App"."v w" TO app_reader;
