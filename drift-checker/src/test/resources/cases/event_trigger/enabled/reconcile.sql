DROP EVENT TRIGGER e;
ALTER EVENT TRIGGER g enable always;
CREATE EVENT TRIGGER e on ddl_command_end when tag in ('CREATE TABLE') execute function public.f();
ALTER EVENT TRIGGER e OWNER TO postgres;
