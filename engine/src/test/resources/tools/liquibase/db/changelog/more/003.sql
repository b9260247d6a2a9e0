--liquibase formatted sql

--changeset web:index runInTransaction:false
CREATE INDEX CONCURRENTLY account_email ON account (email);
