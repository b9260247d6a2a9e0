-- Migration: next
-- Created: NOW
-- Version: VERSION
-- deed: generated
-- deed: transaction none

-- UP Migration
ALTER TABLE public.shop_author ALTER COLUMN name TYPE character varying(200);
CREATE SEQUENCE public.shop_shelf_books_id_seq;
CREATE SEQUENCE public.shop_shelf_id_seq;
CREATE TABLE public.shop_shelf (
    id bigint DEFAULT nextval('public.shop_shelf_id_seq'::regclass) NOT NULL,
    name character varying(50) NOT NULL,
    CONSTRAINT shop_shelf_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE public.shop_shelf_id_seq OWNED BY public.shop_shelf.id;
CREATE TABLE public.shop_shelf_books (
    id bigint DEFAULT nextval('public.shop_shelf_books_id_seq'::regclass) NOT NULL,
    shelf_id bigint NOT NULL,
    book_id bigint NOT NULL,
    CONSTRAINT shop_shelf_books_pkey PRIMARY KEY (id),
    CONSTRAINT shop_shelf_books_shelf_id_book_id_b3e63d47_uniq UNIQUE (shelf_id, book_id)
);
ALTER SEQUENCE public.shop_shelf_books_id_seq OWNED BY public.shop_shelf_books.id;
ALTER TABLE public.shop_author ADD COLUMN born date;
-- this fails if the table has rows; to add it step by step: deed expand add-required-column public.shop_book words
-- deed: ignore add-required-column reason="generated: as in the wanted schema"
ALTER TABLE public.shop_book ADD COLUMN words text[] NOT NULL;
CREATE INDEX CONCURRENTLY book_meta_gin ON public.shop_book USING gin (meta);
CREATE INDEX CONCURRENTLY book_price ON public.shop_book USING btree (price DESC);
CREATE INDEX shop_shelf_books_book_id_14b9336d ON public.shop_shelf_books USING btree (book_id);
-- deed: ignore redundant-index reason="generated: as in the wanted schema"
CREATE INDEX shop_shelf_books_shelf_id_9f54556c ON public.shop_shelf_books USING btree (shelf_id);
ALTER TABLE public.shop_book ADD CONSTRAINT price_not_negative CHECK ((price >= (0)::numeric)) NOT VALID;
ALTER TABLE public.shop_book VALIDATE CONSTRAINT price_not_negative;
ALTER TABLE public.shop_shelf_books ADD CONSTRAINT shop_shelf_books_book_id_14b9336d_fk_shop_book_id FOREIGN KEY (book_id) REFERENCES public.shop_book(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.shop_shelf_books ADD CONSTRAINT shop_shelf_books_shelf_id_9f54556c_fk_shop_shelf_id FOREIGN KEY (shelf_id) REFERENCES public.shop_shelf(id) DEFERRABLE INITIALLY DEFERRED;

-- DOWN Migration (Rollback)
-- ALTER TABLE public.shop_book DROP CONSTRAINT price_not_negative;
-- ALTER TABLE public.shop_author DROP COLUMN born;
-- ALTER TABLE public.shop_book DROP COLUMN words;
-- DROP TABLE public.shop_shelf_books;
-- DROP TABLE public.shop_shelf;
-- deed: ignore type-narrowing reason="generated: the way back"
-- deed: ignore type-rewrite reason="generated: the way back"
-- ALTER TABLE public.shop_author ALTER COLUMN name TYPE character varying(100);
-- DROP INDEX CONCURRENTLY public.book_meta_gin;
-- DROP INDEX CONCURRENTLY public.book_price;
