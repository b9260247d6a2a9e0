DROP VIEW "My App"."v w";
-- its rows are lost; to drop it step by step: deed expand drop-table "My App"."Users"
-- loses data
DROP TABLE "My App"."Users";
DROP FUNCTION "My App"."F"(integer);
-- needs another
DROP TYPE "My App"."Mood";
-- needs another
DROP SCHEMA "My App";
