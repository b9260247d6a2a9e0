--liquibase formatted sql
--changeset web:lost
DROP TABLE a;
