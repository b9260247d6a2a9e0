--liquibase formatted sql

--changeset web:phone
ALTER TABLE account ADD COLUMN phone text;
--rollback ALTER TABLE account DROP COLUMN phone;
