--liquibase formatted sql

--changeset lianxing:engine-indexes-1
--comment What the engine's own schema lacks for what we ask: see src/docs/adr/0015-fast-lists.md.
create index lx_task_by_due on act_ru_task (due_date_, priority_ desc);
create index lx_job_by_due on act_ru_job (duedate_) where retries_ > 0;
