--liquibase formatted sql

--changeset web:create-account
CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);
--rollback DROP TABLE account;

--changeset web:view-names runOnChange:true
CREATE OR REPLACE VIEW account_ids AS SELECT id FROM account;
--rollback DROP VIEW account_ids;
