--liquibase formatted sql
--changeset web:last
ALTER TABLE a ADD c int;
