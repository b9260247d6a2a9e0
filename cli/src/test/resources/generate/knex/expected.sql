-- Migration: next
-- Created: NOW
-- Version: VERSION
-- deed: generated
-- deed: transaction none

-- UP Migration
ALTER TABLE public.accounts DROP CONSTRAINT accounts_status_check;
CREATE TABLE public.account_tags (
    account_id integer NOT NULL,
    tag_id bigint NOT NULL,
    CONSTRAINT account_tags_pkey PRIMARY KEY (account_id, tag_id)
);
ALTER TABLE public.accounts ADD COLUMN locale character varying(10) DEFAULT 'en'::character varying NOT NULL;
-- this fails if the table has rows; to add it step by step: deed expand add-required-column public.sessions expires_at
-- deed: ignore add-required-column reason="generated: as in the wanted schema"
ALTER TABLE public.sessions ADD COLUMN expires_at timestamp with time zone NOT NULL;
CREATE INDEX CONCURRENTLY sessions_account_id_expires_at_index ON public.sessions USING btree (account_id, expires_at);
ALTER TABLE public.account_tags ADD CONSTRAINT account_tags_account_id_foreign FOREIGN KEY (account_id) REFERENCES public.accounts(id);
-- deed: ignore foreign-key-without-index reason="generated: as in the wanted schema"
ALTER TABLE public.account_tags ADD CONSTRAINT account_tags_tag_id_foreign FOREIGN KEY (tag_id) REFERENCES public.tags(id);
ALTER TABLE public.accounts ADD CONSTRAINT accounts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'blocked'::text, 'closed'::text]))) NOT VALID;
ALTER TABLE public.accounts VALIDATE CONSTRAINT accounts_status_check;
CREATE UNIQUE INDEX CONCURRENTLY tags_name_unique ON public.tags USING btree (name);
ALTER TABLE public.tags ADD CONSTRAINT tags_name_unique UNIQUE USING INDEX tags_name_unique;
DROP INDEX CONCURRENTLY public.sessions_account_id_index;

-- DOWN Migration (Rollback)
-- ALTER TABLE public.accounts DROP CONSTRAINT accounts_status_check;
-- ALTER TABLE public.tags DROP CONSTRAINT tags_name_unique;
-- ALTER TABLE public.accounts DROP COLUMN locale;
-- ALTER TABLE public.sessions DROP COLUMN expires_at;
-- DROP TABLE public.account_tags;
-- CREATE INDEX CONCURRENTLY sessions_account_id_index ON public.sessions USING btree (account_id);
-- ALTER TABLE public.accounts ADD CONSTRAINT accounts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'blocked'::text]))) NOT VALID;
-- ALTER TABLE public.accounts VALIDATE CONSTRAINT accounts_status_check;
