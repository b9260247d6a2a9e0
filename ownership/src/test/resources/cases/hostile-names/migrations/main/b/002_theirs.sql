CREATE TABLE "a.b" (id int);
CREATE TABLE "with space" (id int);
DROP TABLE "semi;colon", "do""uble";
ALTER TABLE "Ünïcode 🚀" ADD COLUMN "x""y" int;
INSERT INTO "Upper" VALUES (1); -- DROP TABLE "with space";
/* DROP TABLE "Upper"; */ SELECT 'DROP TABLE "Upper"', $q$DROP TABLE "Upper"$q$;
CREATE TABLE a.b (id int);
