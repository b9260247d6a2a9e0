ALTER SERVER s OPTIONS (SET host 'b');
DROP SERVER s;
CREATE SERVER s foreign data wrapper w options (host 'b');
ALTER SERVER s OWNER TO postgres;
