-- taken for a rename: all else about it is equal
ALTER TABLE public."T" RENAME COLUMN "select" TO "order";
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public."T" "A" 'bigint'
ALTER TABLE public."T" ALTER COLUMN "A" TYPE bigint;
ALTER TABLE public."T" ALTER COLUMN "a b" SET DEFAULT 'it''s'::text;
ALTER TABLE public."T" ADD CONSTRAINT "größe_is_not_null" CHECK ("größe" IS NOT NULL) NOT VALID;
ALTER TABLE public."T" VALIDATE CONSTRAINT "größe_is_not_null";
ALTER TABLE public."T" ALTER COLUMN "größe" SET NOT NULL;
ALTER TABLE public."T" DROP CONSTRAINT "größe_is_not_null";
COMMENT ON COLUMN public."T"."größe" IS 'Größe "x"';
CREATE INDEX CONCURRENTLY "Größe" ON public."T" USING btree ("größe");
