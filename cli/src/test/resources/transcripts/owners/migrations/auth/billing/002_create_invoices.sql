CREATE SCHEMA billing;
CREATE TABLE billing.invoices (
    id bigint PRIMARY KEY,
    user_id bigint REFERENCES users
);
CREATE TABLE billing.people (id int);
