CREATE EVENT TRIGGER et on ddl_command_end execute function public.e();
ALTER EVENT TRIGGER et OWNER TO postgres;
