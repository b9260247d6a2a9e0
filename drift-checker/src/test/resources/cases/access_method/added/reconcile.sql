CREATE ACCESS METHOD bt TYPE INDEX HANDLER bthandler;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD heap2 IS 'h';
CREATE TABLE public.t (
    a integer
)
USING heap2;
ALTER TABLE public.t OWNER TO postgres;
