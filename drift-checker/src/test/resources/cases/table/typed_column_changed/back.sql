-- the attribute's values are lost
-- loses data
ALTER TYPE public.ty DROP ATTRIBUTE c CASCADE;
-- needs another
ALTER TYPE public.ty ALTER ATTRIBUTE a TYPE integer CASCADE;
-- needs another
ALTER TYPE public.ty ALTER ATTRIBUTE b TYPE text CASCADE;
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;
