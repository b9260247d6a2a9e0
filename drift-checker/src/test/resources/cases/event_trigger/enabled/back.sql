DROP EVENT TRIGGER e;
ALTER EVENT TRIGGER g disable;
CREATE EVENT TRIGGER e on ddl_command_end execute function public.f();
ALTER EVENT TRIGGER e OWNER TO postgres;
