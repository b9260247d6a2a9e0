CREATE TABLE public.users (id bigint NOT NULL, plan text);
CREATE TABLE public."x[1m" (a integer);
