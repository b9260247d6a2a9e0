CREATE TABLE "shop_author" ("id" bigserial NOT NULL PRIMARY KEY, "name" varchar(100) NOT NULL, "slug" varchar(50) NOT NULL UNIQUE);
CREATE TABLE "shop_book" ("id" bigserial NOT NULL PRIMARY KEY, "author_id" bigint NOT NULL, "title" varchar(200) NOT NULL, "price" numeric(8, 2) NOT NULL, "meta" jsonb NOT NULL);
CREATE INDEX "shop_author_slug_d0d489ee_like" ON "shop_author" ("slug" varchar_pattern_ops);
ALTER TABLE "shop_book" ADD CONSTRAINT "shop_book_author_id_title_ee8b7262_uniq" UNIQUE ("author_id", "title");
ALTER TABLE "shop_book" ADD CONSTRAINT "shop_book_author_id_82b8ab51_fk_shop_author_id" FOREIGN KEY ("author_id") REFERENCES "shop_author" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "shop_book_author_id_82b8ab51" ON "shop_book" ("author_id");
CREATE INDEX "shop_book_title_1f19d72a" ON "shop_book" ("title");
CREATE INDEX "shop_book_title_1f19d72a_like" ON "shop_book" ("title" varchar_pattern_ops);
