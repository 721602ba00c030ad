--liquibase formatted sql

--changeset lianxing:engine-indexes-1
--comment What the engine's own schema lacks for what we ask: see src/docs/adr/0015-fast-lists.md.
create index lx_task_by_due on act_ru_task (due_date_, priority_ desc);
create index lx_job_by_due on act_ru_job (duedate_) where retries_ > 0;

--changeset lianxing:engine-indexes-2
--comment Counts of tasks read these alone, not the tasks.
create index lx_task_active on act_ru_task (id_, proc_def_id_) where suspension_state_ = 1;
create index lx_link_candidate on act_ru_identitylink (group_id_, task_id_) where type_ = 'candidate';
