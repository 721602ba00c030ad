-- Repeats one task that the engine made, with its executions, candidate groups, grants and the variables that Tasklist
-- shows, so often; only ids, group, due date and priority differ from one to the next.
create function pg_temp.clone_task(task text, copies int, groups text[]) returns void language plpgsql as $$
declare
  instance text := (select proc_inst_id_ from act_ru_task where id_ = task);
  source record;
  names text;
  cells text;
begin
  for source in
    select 'act_ru_execution' as of_table, to_jsonb(e) as content from act_ru_execution e where proc_inst_id_ = instance
    union all
    select 'act_ru_task', to_jsonb(t) from act_ru_task t where id_ = task
    union all
    select 'act_ru_variable', to_jsonb(v) from act_ru_variable v
      where proc_inst_id_ = instance and name_ in ('projectCode', 'requestedUsdMinor')
    union all
    select 'act_ru_identitylink', to_jsonb(l) from act_ru_identitylink l where task_id_ = task
    union all
    select 'act_ru_authorization', to_jsonb(a) from act_ru_authorization a where resource_id_ = task
  loop
    select string_agg(column_name, ', '),
           string_agg(format('(%s)::%s', pg_temp.cell(column_name, source.content ->> column_name::text), data_type), ', ')
      into names, cells
      from information_schema.columns
      where table_schema = current_schema() and table_name = source.of_table
        and source.content ->> column_name::text is not null
        and column_name not in ('assignee_', 'super_exec_');
    execute format('insert into %I (%s) select %s from generate_series(1, $1) n', source.of_table, names, cells)
      using copies, groups;
  end loop;
end $$;

create function pg_temp.cell(name text, value text) returns text language sql as $$
  select case
    -- A third is late, the rest due within twenty days.
    when name = 'due_date_' then
      'date_trunc(''hour'', localtimestamp) + (n::bigint * 7919 % 2592000 - 864000) * interval ''1 second'''
    when name = 'group_id_' then '$2[1 + n % cardinality($2)]'
    when name = 'priority_' then 'n / cardinality($2) % 5 * 25'
    when name not in ('proc_def_id_', 'deployment_id_')
        and value ~ '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
      format('%L || md5(%L || n)::uuid', left(value, -36), right(value, 36))
    else quote_literal(value)
  end
$$;
