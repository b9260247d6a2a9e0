DROP TYPE public.mood;
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
ALTER TYPE public.mood OWNER TO postgres;
