-- baseline
CREATE TABLE "wéird ""table""" ("a b" bigint PRIMARY KEY);
-- migration
ALTER TABLE "wéird ""table""" ADD COLUMN "🙂" text;
COMMENT ON COLUMN "wéird ""table"""."🙂" IS 'it''s fine';
