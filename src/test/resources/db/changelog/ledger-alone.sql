--liquibase formatted sql

--changeset lianxing:ledger-alone-1
--comment Stands in for the project module: all the ledger knows of a project is its code.
create table project (code text primary key);
