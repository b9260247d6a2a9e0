CREATE TABLE public.account (id bigint PRIMARY KEY, email text NOT NULL, name text);
