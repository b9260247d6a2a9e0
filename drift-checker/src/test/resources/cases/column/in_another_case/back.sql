-- taken for a rename: all else about it is equal
ALTER TABLE public."T" RENAME COLUMN "order" TO "select";
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public."T" "A" 'integer'
ALTER TABLE public."T" ALTER COLUMN "A" TYPE integer;
ALTER TABLE public."T" ALTER COLUMN "a b" DROP DEFAULT;
DROP INDEX CONCURRENTLY public."Größe";
ALTER TABLE public."T" ALTER COLUMN "größe" DROP NOT NULL;
COMMENT ON COLUMN public."T"."größe" IS NULL;
