CREATE SCHEMA billing;
ALTER SCHEMA billing OWNER TO postgres;
CREATE SEQUENCE billing.invoices_id_seq AS integer;
CREATE TABLE billing.invoices (
    id integer DEFAULT nextval('billing.invoices_id_seq'::regclass) NOT NULL,
    CONSTRAINT invoices_pkey PRIMARY KEY (id)
);
ALTER TABLE billing.invoices OWNER TO postgres;
ALTER SEQUENCE billing.invoices_id_seq OWNER TO postgres;
ALTER SEQUENCE billing.invoices_id_seq OWNED BY billing.invoices.id;
CREATE VIEW billing.v AS
    SELECT 1 AS one;
ALTER VIEW billing.v OWNER TO postgres;
