--liquibase formatted sql

--changeset lianxing:costing-1
--comment Planned costs and invoices belong to every kind of project.
alter table inbound_budget rename to planned_cost;
alter table inbound_invoice rename to invoice;
update sheet_version set sheet = 'planned_cost' where sheet = 'inbound_budget';
update sheet_version set sheet = 'invoice' where sheet = 'inbound_invoice';
