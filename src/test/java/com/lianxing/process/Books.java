package com.lianxing.process;

import com.lianxing.project.ProjectCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of each project whatever was broken or killed while people worked on it: the engine, the steps, the
 * decisions, the ledger and the record tell the same story. Reads the database only, so it serves a running
 * application, a killed one and a restored backup alike.
 */
public final class Books {

    /** What each completed step, and what was released, must have posted; {@code entry} is the ledger's id. */
    private static final String EXPECTED = """
            with looked_at as (select code from project where code in (:projects)),
            released as (select project_code, reason as paper from approval_request
              where type = 'PAYMENT' and outcome = 'APPROVED'),
            expected as (
              select project_code as code, task_id, concat_ws(':', project_code, 'DEPOSIT', content ->> 'invoiceNo') as entry
                from project_step join released using (project_code)
                where step = 'pay-deposit' and (content ->> 'paidAmount')::numeric > 0
                  and paper = concat_ws(' / ', content ->> 'invoiceNo', content ->> 'bankReference')
              union all
              select project_code, task_id, concat_ws(':', project_code, 'BALANCE', content ->> 'invoiceNo')
                from project_step join released using (project_code)
                where step = 'pay-balance' and (content ->> 'paidAmount')::numeric > 0
                  and paper = concat_ws(' / ', content ->> 'invoiceNo', content ->> 'bankReference')
              union all
              select project_code, task_id, concat_ws(':', shipment_id, 'DUTY', content ->> 'statementNo')
                from project_step where step = 'pay-duty' and (content ->> 'paidDutyUsd')::numeric > 0
              union all
              select project_code, task_id, concat_ws(':', shipment_id, 'CUSTOMS_FEES', content ->> 'statementNo')
                from project_step where step = 'pay-duty' and (content ->> 'paidFeesUsd')::numeric > 0
              union all
              select s.project_code, s.task_id, coalesce(
                  (select e.id from ledger_entry e where e.project_code = s.project_code
                      and e.id like s.project_code || '-%:FEE:' || (s.content ->> 'coverSheetNo')),
                  'fee of ' || (s.content ->> 'coverSheetNo'))
                from project_step s where s.step = 'pay-user-fee'
              union all
              select s.project_code, s.task_id, concat_ws(':', s.project_code, 'INVOICE', i.supplier, i.invoice_no, i.line)
                from project_step s
                join sheet_version v on v.project_code = s.project_code and v.sheet = 'invoice'
                join invoice i on i.project_code = s.project_code and i.shipment_id = v.shipment_id
                                      and i.version = v.version
               where s.step in ('settle-invoices', 'import-actuals', 'close-certification')
                  or s.step = 'approve-cancel-costs' and s.content ->> 'cancelVerdict' = 'APPROVE')
            """;

    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        rule("completed without its ledger entry", EXPECTED + """
                select expected.entry from expected join looked_at using (code)
                where not exists (select 1 from ledger_entry e
                                  where e.id = expected.entry and e.project_code = expected.code)""");
        rule("a ledger entry without its completed step", EXPECTED + """
                select e.id from ledger_entry e join looked_at on code = e.project_code
                where e.type = 'ACTUAL' and not exists (select 1 from expected where entry = e.id)
                   or e.type = 'ACTUAL_REVERSAL'""");
        rule("money given back at the end of a project that nobody closed", """
                select e.id from ledger_entry e
                where e.project_code in (:projects) and e.id like e.project_code || ':CLOSE:%'
                and not exists (select 1 from project_step s
                                where s.project_code = e.project_code and s.step = 'close-project')""");
        rule("money still set aside after the project was closed", """
                select h.hold_id from hold h where h.project_code in (:projects) and h.status = 'OPEN'
                and exists (select 1 from project_step s
                            where s.project_code = h.project_code and s.step = 'close-project')""");
        rule("approved without the money set aside", """
                select r.id from approval_request r where r.project_code in (:projects)
                and r.outcome = 'APPROVED' and r.checked_as in ('COMMITMENT', 'OVERRUN') and r.actual_id is null
                and r.usd_minor is distinct from
                    (select sum(e.usd_minor) from ledger_entry e
                     where e.approval_id = r.id and e.type in ('COMMIT', 'COMMIT_ADJUST'))""");
        rule("approved without the budget set", """
                select r.id || ' ' || l.line from approval_request r join approval_line l on l.request_id = r.id
                where r.project_code in (:projects) and r.outcome = 'APPROVED'
                and r.checked_as in ('INITIAL', 'CHANGE', 'REALLOCATE')
                and not exists (select 1 from ledger_entry e where e.id = concat_ws(':', r.id, 'budget', l.line)
                                and e.usd_minor = l.usd_minor and e.approval_id = r.id)""");
        rule("money set aside, or a budget set, without an approval", """
                select e.id from ledger_entry e where e.project_code in (:projects)
                and e.type in ('BUDGET_SET', 'BUDGET_CHANGED', 'COMMIT', 'COMMIT_ADJUST')
                and not exists (select 1 from approval_request r where r.id = e.approval_id
                  and r.project_code = e.project_code and r.outcome = 'APPROVED')
                and not (e.approval_id = e.project_code || ':CANCEL' and exists (select 1 from project_step s
                  where s.project_code = e.project_code and s.step = 'approve-cancel-costs'))""");
        rule("a completed task that was not kept as a step", """
                select t.id_ || ' ' || t.task_def_key_ from act_hi_taskinst t
                join act_hi_procinst i on i.id_ = t.proc_inst_id_
                where i.business_key_ in (:projects) and t.proc_def_key_ <> 'budget-approval'
                and t.end_time_ is not null and t.delete_reason_ = 'completed'
                and not exists (select 1 from project_step s where s.task_id = t.id_
                  and s.project_code = i.business_key_ and s.person = t.assignee_)""");
        rule("a step whose task was not completed", """
                select s.task_id || ' ' || s.step from project_step s where s.project_code in (:projects)
                and not exists (select 1 from act_hi_taskinst t
                  where t.id_ = s.task_id and t.end_time_ is not null and t.delete_reason_ = 'completed')
                and not exists (select 1 from act_hi_procinst i
                  where i.id_ = s.task_id and i.business_key_ = s.project_code and s.step = 'start')""");
        rule("decided in the engine and not in the record, or the other way round", """
                select r.id from approval_request r where r.project_code in (:projects)
                and (select count(*) from approval_decision d where d.request_id = r.id) <>
                    (select count(*) from act_hi_taskinst t where t.proc_inst_id_ = r.process_instance_id
                       and t.task_def_key_ = 'userTask_decide' and t.end_time_ is not null
                       and t.delete_reason_ = 'completed')""");
        rule("a request that is closed while its process runs, or open while none does", """
                select r.id from approval_request r left join act_hi_procinst i on i.id_ = r.process_instance_id
                where r.project_code in (:projects)
                and (r.outcome is null) <> (i.id_ is not null and i.end_time_ is null)""");
        rule("a step that is not in the audit trail once", """
                select s.project_code || ' ' || s.step from (select project_code, step, count(*) as kept from project_step
                  where project_code in (:projects) group by 1, 2) s
                where kept <> (select count(*) from audit_entry a where a.subject_type = 'project'
                  and a.subject_id = s.project_code and a.action !~ '^approval[.]'
                  and split_part(a.action, '.', 2) = s.step)""");
        rule("a decision that is not in the audit trail once", """
                select d.request_id || ' ' || d.position from approval_decision d
                join approval_request r on r.id = d.request_id
                where r.project_code in (:projects) and 1 <> (select count(*) from audit_entry a
                  where a.subject_type = 'project' and a.subject_id = r.project_code and a.action = 'approval.decided'
                    and a.content::jsonb ->> 'request' = d.request_id
                    and (a.content::jsonb ->> 'step')::int = d.position)""");
        rule("a balance that its entries do not add up to", """
                select b.project_code || ' ' || b.line from budget_line b, lateral
                  (select coalesce(sum(usd_minor) filter (where type like 'BUDGET%'), 0) as budget,
                          coalesce(sum(usd_minor) filter (where type like 'COMMIT%'), 0)
                            - coalesce(sum(settled_minor), 0) as held,
                          coalesce(sum(usd_minor) filter (where type like 'ACTUAL%'), 0) as spent
                   from ledger_entry e where e.project_code = b.project_code and e.line = b.line) entries
                where b.project_code in (:projects)
                and (b.limit_minor, b.held_minor, b.spent_minor)
                    is distinct from (entries.budget, entries.held, entries.spent)""");
        rule(
                "a hold whose process is gone",
                "select hold_id from (" + OrphanHolds.SQL + ") orphan where project_code in (:projects)");
        rule("a project whose process and status disagree", """
                select p.code || ' ' || p.status from project p where p.code in (:projects)
                and (p.status in ('CLOSED_SUCCESS', 'CLOSED_FAILED', 'REJECTED', 'CANCELLED')) =
                    exists (select 1 from act_ru_execution i where i.business_key_ = p.code and i.parent_id_ is null
                            and split_part(i.proc_def_id_, ':', 1) = p.lifecycle)""");
        rule("a job that nobody tries again", """
                select j.id_ || ' ' || j.exception_msg_ from act_ru_job j
                join act_hi_procinst i on i.id_ = j.process_instance_id_
                where i.business_key_ in (:projects) and j.retries_ = 0""");
    }

    private final JdbcClient jdbc;

    public Books(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What is wrong with any project. */
    public List<String> faults() {
        return faultsOf(jdbc.sql("select code from project").query(String.class).list());
    }

    /** What is wrong with that project. */
    public List<String> faults(ProjectCode project) {
        return faultsOf(List.of(project.value()));
    }

    /** What is wrong with any of those projects. */
    public List<String> faults(Collection<ProjectCode> projects) {
        return faultsOf(projects.stream().map(ProjectCode::value).toList());
    }

    private List<String> faultsOf(List<String> projects) {
        if (projects.isEmpty()) {
            throw new IllegalStateException("no project to look at");
        }
        return RULES.entrySet().stream()
                .flatMap(rule ->
                        jdbc.sql(rule.getValue()).param("projects", projects).query(String.class).list().stream()
                                .map(found -> rule.getKey() + ": " + found))
                .toList();
    }

    private static void rule(String name, String sql) {
        RULES.put(name, sql);
    }
}
