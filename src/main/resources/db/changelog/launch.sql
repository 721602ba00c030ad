--liquibase formatted sql

--changeset lianxing:launch-sheets
--comment Rows that people enter about a launch: its SKUs, the channels' dates, offers, deals, pictures, campaigns, readiness and who is on duty.
call make_sheet('launch_sku', 'sku text not null, forecast_units bigint not null check (forecast_units > 0), strategic text not null');
call make_sheet('launch_calendar', 'channel text not null, zone text not null, event_start text not null, event_end text not null, submission_open text, submission_close text, arrive_by_minimal date, arrive_by_optimized date, arrive_by_awd date, status text not null, source text not null');
call make_sheet('launch_offer', 'sku text not null, ref_price numeric not null, lowest_price numeric not null, deal_price numeric not null check (deal_price < ref_price), landed_cost numeric not null, referral_fee numeric not null, fulfilment_fee numeric not null, deal_fee numeric not null, advertising numeric not null, placement text not null, sellable_on date not null, funding text not null');
call make_sheet('launch_deal', 'deal_type text not null, sku text not null, deal_price numeric not null, quantity bigint not null, fee_usd numeric not null');
call make_sheet('launch_asset', 'asset_type text not null, sku text not null, spec text not null');
call make_sheet('launch_campaign', 'campaign text not null, type text not null, sku text not null, daily_cap_usd numeric not null, total_cap_usd numeric not null check (daily_cap_usd <= total_cap_usd)');
call make_sheet('launch_readiness', 'sku text not null, sellable_units bigint not null, inbound_units bigint not null, fix_days int not null, rating numeric not null check (rating between 0 and 5)');
call make_sheet('launch_roster', 'duty text not null, person text not null, phone text not null, access_tested_on date');

--changeset lianxing:launch-facts
--comment Goals, what the gates said, which SKUs were dropped, and what became of each deal.
create table launch_charter (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  revenue_minor bigint not null check (revenue_minor > 0),
  units bigint not null check (units >= 0),
  contribution_percent int not null check (contribution_percent between -100 and 100),
  max_loss_minor bigint not null check (max_loss_minor >= 0),
  tacos_percent int not null check (tacos_percent between 0 and 100),
  agreed_by text not null,
  agreed_at timestamptz not null
);
create index launch_charter_by_project on launch_charter (project_code, id);
call make_append_only('launch_charter');
create table launch_dropped (
  project_code text not null references project (code),
  sku text not null,
  reason text not null,
  dropped_by text not null,
  dropped_at timestamptz not null,
  primary key (project_code, sku)
);
call make_append_only('launch_dropped');
create table launch_verdict (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  gate text not null check (gate in ('STOCK', 'READINESS', 'LAUNCH')),
  sku text not null,
  verdict text not null check (verdict in ('GO', 'REDUCE', 'NO_GO')),
  found text[] not null,
  found_by text not null,
  found_at timestamptz not null
);
create index launch_verdict_by_project on launch_verdict (project_code, gate, sku, id);
call make_append_only('launch_verdict');
create table launch_deal_event (
  seq bigint generated always as identity primary key,
  id text not null unique,
  project_code text not null references project (code),
  deal_id text not null,
  state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'REJECTED', 'CHANGED', 'REPLACED', 'SUPPRESSED', 'RAN', 'CANCELLED')),
  note text not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index launch_deal_event_by_deal on launch_deal_event (deal_id, seq);
call make_append_only('launch_deal_event');

--changeset lianxing:launch-terms
--comment What channels asked of deals in 2025 and when their dates lay before Black Friday; how long buyers send back and claim. Provisional until two people vouch for the year's own.
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('launch.discount.BEST_DEAL', 'US', 15, 'percent', '2025-01-01', 'Amazon: deal terms of 2025', 'system', now()),
  ('launch.discount.LIGHTNING', 'US', 20, 'percent', '2025-01-01', 'Amazon: deal terms of 2025', 'system', now()),
  ('launch.discount.PRIME_DISCOUNT', 'US', 15, 'percent', '2025-01-01', 'Amazon: deal terms of 2025', 'system', now()),
  ('launch.discount.COUPON', 'US', 5, 'percent', '2025-01-01', 'Amazon: deal terms of 2025', 'system', now()),
  ('launch.discount.TIKTOK_CAMPAIGN', 'US', 10, 'percent', '2025-01-01', 'planning value', 'system', now()),
  ('launch.discount.WALMART_DEAL', 'US', 10, 'percent', '2025-01-01', 'planning value', 'system', now()),
  ('launch.discount.SHOPIFY_CODE', 'US', 0, 'percent', '2025-01-01', 'planning value', 'system', now()),
  ('launch.staleAfter', 'US', 180, 'minute', '2020-01-01', 'planning value', 'system', now()),
  ('launch.claimDays', 'US', 120, 'day', '2020-01-01', 'Amazon: claims after customer returns', 'system', now()),
  ('launch.daysBefore.arriveByAwd', 'US', 50, 'day', '2025-01-01', 'Amazon: holiday inventory dates of 2025', 'system', now()),
  ('launch.daysBefore.arriveByMinimal', 'US', 39, 'day', '2025-01-01', 'Amazon: holiday inventory dates of 2025', 'system', now()),
  ('launch.daysBefore.arriveByOptimized', 'US', 29, 'day', '2025-01-01', 'Amazon: holiday inventory dates of 2025', 'system', now()),
  ('launch.daysBefore.submissionClose', 'US', 31, 'day', '2025-01-01', 'Amazon: holiday inventory dates of 2025', 'system', now()),
  ('launch.daysBefore.eventEnd', 'US', -3, 'day', '2025-01-01', 'Amazon: holiday inventory dates of 2025', 'system', now());
insert into reference_value (key, scope, text_value, unit, effective_from, source_url, entered_by, entered_at) values
  ('launch.returnsUntil', 'US', '01-31', 'month-day', '2020-01-01', 'Amazon: extended holiday returns', 'system', now());

--changeset lianxing:launch-event
--comment The figures of the running event, what a person saw of it, the request under which a deal's fee is held, and the result.
call make_sheet('launch_figures', 'sku text not null, ad_spend_usd numeric, sales_usd numeric, stock_units bigint');
create table launch_figure (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  kind text not null check (kind in ('AD_SPEND', 'SALES', 'STOCK')),
  sku text not null,
  value bigint not null,
  taken_at timestamptz not null,
  by_hand boolean not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index launch_figure_last on launch_figure (project_code, kind, sku, taken_at, id);
call make_append_only('launch_figure');
create table launch_deal_fee (
  deal_id text primary key,
  request_id text not null
);
call make_append_only('launch_deal_fee');
create table launch_result (
  id bigint generated always as identity primary key,
  project_code text not null references project (code),
  net_revenue_minor bigint not null,
  units bigint not null check (units >= 0),
  returned bigint not null check (returned >= 0),
  refunds_minor bigint not null,
  goods_cost_minor bigint not null,
  reserve_minor bigint not null,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index launch_result_by_project on launch_result (project_code, id);
call make_append_only('launch_result');
insert into reference_value (key, scope, value, unit, effective_from, source_url, entered_by, entered_at) values
  ('launch.stockBuffer', 'US', 7, 'day', '2020-01-01', 'planning value', 'system', now());
