--
-- PostgreSQL database dump
--
-- Dumped from database version 15.18
-- Dumped by pg_dump version 15.18
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
CREATE TABLE public.items (
    id bigint NOT NULL,
    embedding public.vector(3) NOT NULL,
    half public.halfvec(4000),
    rare public.sparsevec(5000),
    code bit(64),
    many public.vector(3)[],
    start public.vector(3) DEFAULT '[1,2,3]'::public.vector,
    place public.geometry(Point,4326),
    area public.geography(Polygon,4326),
    CONSTRAINT items_embedding_check CHECK ((public.vector_dims(embedding) = 3))
);
CREATE FUNCTION public.near(q public.vector, n integer) RETURNS SETOF public.items
    LANGUAGE sql STABLE
    AS $$ SELECT * FROM items ORDER BY embedding <-> q LIMIT n $$;
CREATE VIEW public.nearest AS
 SELECT items.id,
    (items.embedding OPERATOR(public.<->) '[1,2,3]'::public.vector) AS d
   FROM public.items
  ORDER BY (items.embedding OPERATOR(public.<->) '[1,2,3]'::public.vector)
 LIMIT 5;
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (id);
CREATE INDEX items_bin ON public.items USING hnsw (((public.binary_quantize(embedding))::bit(3)) public.bit_hamming_ops) WITH (m='8');
CREATE INDEX items_cos ON public.items USING ivfflat (embedding public.vector_cosine_ops) WITH (lists='100');
CREATE INDEX items_half ON public.items USING hnsw (half public.halfvec_cosine_ops) WITH (ef_construction='64', m='16');
CREATE INDEX items_l2 ON public.items USING hnsw (embedding public.vector_l2_ops) WITH (m='16', ef_construction='64');
CREATE INDEX items_place ON public.items USING gist (place);
CREATE INDEX items_sub ON public.items USING hnsw (((embedding)::public.halfvec(3)) public.halfvec_l2_ops) WITH (m='8');
--
-- PostgreSQL database dump complete
--
