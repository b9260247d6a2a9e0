CREATE SEQUENCE public.user_notes_id_seq;
CREATE TABLE public.user_notes (
    id bigint DEFAULT nextval('public.user_notes_id_seq'::regclass) NOT NULL,
    body text,
    CONSTRAINT user_notes_pkey PRIMARY KEY (id)
);
ALTER TABLE public.user_notes OWNER TO postgres;
COMMENT ON TABLE public.user_notes IS 'n';
GRANT SELECT ON TABLE public.user_notes TO reader;
ALTER SEQUENCE public.user_notes_id_seq OWNER TO postgres;
ALTER SEQUENCE public.user_notes_id_seq OWNED BY public.user_notes.id;
CREATE INDEX user_notes_body_idx ON public.user_notes USING btree (body);
