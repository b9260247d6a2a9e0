CREATE TYPE public.fr AS RANGE (multirange_type_name = public.fr_multirange, subtype = double precision);
ALTER TYPE public.fr OWNER TO postgres;
