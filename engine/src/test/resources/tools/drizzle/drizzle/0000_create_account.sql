CREATE TABLE "account" (
	"id" bigint PRIMARY KEY NOT NULL,
	"email" text NOT NULL
);
