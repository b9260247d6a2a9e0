ALTER TYPE public.mood RENAME TO mood__old;
ALTER TABLE public.notes ALTER COLUMN body TYPE character varying;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.notes ALTER COLUMN body SET COMPRESSION pglz;
ALTER TABLE public.notes ALTER COLUMN title TYPE character varying(20);
ALTER TABLE ONLY public.notes ALTER COLUMN title SET STORAGE MAIN;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
-- this rewrites the table under an ACCESS EXCLUSIVE lock; to change it step by step: deed expand change-type public.notes moods 'public.mood[]'
ALTER TABLE public.notes ALTER COLUMN moods TYPE public.mood[] USING moods::text::public.mood[];
ALTER TABLE ONLY public.notes ALTER COLUMN moods SET STORAGE EXTERNAL;
ALTER TYPE public.mood OWNER TO postgres;
DROP TYPE public.mood__old;
ALTER TABLE public.drafts ALTER COLUMN body SET STORAGE MAIN;
ALTER TABLE public.drafts ALTER COLUMN body SET COMPRESSION pglz;
ALTER TABLE public.drafts ALTER COLUMN moods SET STORAGE EXTERNAL;
ALTER TABLE public.drafts ALTER COLUMN title SET STORAGE MAIN;
