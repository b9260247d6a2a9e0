ALTER SERVER s OPTIONS (SET host 'a');
DROP SERVER s;
CREATE SERVER s foreign data wrapper w options (host 'a');
ALTER SERVER s OWNER TO postgres;
