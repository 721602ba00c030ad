package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.OutsideParties;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a project may leave behind when it is cancelled, of whatever lifecycle: what it spent, its files and its record. */
@Component
public class Cancellations {

    /** Everything that the engine keeps of a running process. */
    private static final List<String> RUNTIME_TABLES = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_job",
            "act_ru_ext_task",
            "act_ru_event_subscr",
            "act_ru_incident",
            "act_ru_variable");

    private static final Money NOTHING = Money.parse("0.00", "USD");

    private final Deliverables deliverables;
    private final OutsideParties parties;
    private final PortalLinks links;
    private final Projects projects;
    private final BudgetLedger ledger;
    private final ApprovalRequests requests;
    private final AuditVerifier verifier;
    private final JdbcClient jdbc;

    Cancellations(
            Deliverables deliverables,
            OutsideParties parties,
            PortalLinks links,
            Projects projects,
            BudgetLedger ledger,
            ApprovalRequests requests,
            AuditVerifier verifier,
            DataSource database) {
        this.deliverables = deliverables;
        this.parties = parties;
        this.links = links;
        this.projects = projects;
        this.ledger = ledger;
        this.requests = requests;
        this.verifier = verifier;
        this.jdbc = JdbcClient.create(database);
    }

    /** What stands before a project is cancelled; with a link for every piece of outside work. */
    public record Before(ProjectCode project, Map<BudgetLine, Money> spent, List<String> files) {}

    /** Lets outside parties in where something is expected of them, and takes down what must be there afterwards. */
    public Before before(ProjectCode project) {
        for (Deliverable wanted : deliverables.of(project)) {
            OutsideParty lab = parties.put("Lab of " + project, Locale.ENGLISH, ZoneOffset.UTC, null);
            deliverables.brief(wanted.id(), lab, "", wanted.maxRounds(), "pm");
            links.issue(UUID.randomUUID(), wanted.id(), PortalLinks.MOST_DAYS, "pm");
        }
        assertThat(linksOf(project)).allMatch(PortalLink.State.OPEN::equals);
        return new Before(project, spent(project), files(project));
    }

    public boolean isCommitted(ProjectCode project) {
        return ledger.entries(project).stream()
                .anyMatch(entry -> entry.type() == EntryType.COMMIT || entry.type() == EntryType.ACTUAL);
    }

    /**
     * Nothing runs, nothing is held, asked or open to anybody; what was there before is still there, and what was spent
     * since is the cost of cancelling alone.
     *
     * @param process key of the lifecycle
     * @param costs what cancelling cost, by line; empty if nothing was committed
     */
    public void assertNothingLeft(String process, Before before, Map<BudgetLine, Money> costs) {
        ProjectCode project = before.project();
        Map<BudgetLine, Money> spent = new HashMap<>(before.spent());
        costs.forEach((line, cost) -> spent.merge(line, cost, Money::plus));
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(ends(project, process))
                .containsExactly(costs.isEmpty() ? "endEvent_cancelledBeforeCommit" : "endEvent_cancelledAfterCommit");
        for (String table : RUNTIME_TABLES) {
            assertThat(left(table, project)).as(table).isZero();
        }
        assertThat(ledger.openHolds(project)).isEmpty();
        assertThat(ledger.positions(project))
                .allSatisfy(line -> assertThat(line.held()).isEqualTo(NOTHING));
        assertThat(spent(project)).isEqualTo(spent);
        assertThat(requests.of(project)).allMatch(request -> !request.isOpen());
        assertThat(files(project)).containsAll(before.files());
        assertThat(filesOfNoTask(project)).isEmpty();
        assertThat(linksOf(project)).doesNotContain(PortalLink.State.OPEN);
        assertThat(stillToBeSent(project)).isEmpty();
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
    }

    private List<PortalLink.State> linksOf(ProjectCode project) {
        return deliverables.of(project).stream()
                .flatMap(wanted -> links.of(wanted.id()).stream())
                .map(links::state)
                .toList();
    }

    private Map<BudgetLine, Money> spent(ProjectCode project) {
        Map<BudgetLine, Money> spent = new HashMap<>();
        for (LinePosition line : ledger.positions(project)) {
            spent.put(line.line(), line.spent());
        }
        return spent;
    }

    private List<String> ends(ProjectCode project, String process) {
        return jdbc.sql("""
                        select a.act_id_ from act_hi_actinst a join act_hi_procinst i on i.id_ = a.proc_inst_id_
                        where i.business_key_ = ? and i.proc_def_key_ = ? and a.act_id_ like 'endEvent_cancelled%'""")
                .params(project.value(), process)
                .query(String.class)
                .list();
    }

    private long left(String table, ProjectCode project) {
        return jdbc.sql("select count(*) from " + table + " where "
                        + (table.equals("act_ru_job") ? "process_instance_id_" : "proc_inst_id_")
                        + " in (select id_ from act_hi_procinst where business_key_ = ?)")
                .param(project.value())
                .query(Long.class)
                .single();
    }

    private List<String> files(ProjectCode project) {
        return jdbc.sql("select id || sha256 from document where split_part(subject_id, '-S', 1) = ?")
                .param(project.value())
                .query(String.class)
                .list();
    }

    private List<String> filesOfNoTask(ProjectCode project) {
        return jdbc.sql("""
                        select name from document where split_part(subject_id, '-S', 1) = ?
                        and not exists (select 1 from act_hi_taskinst t where t.id_ = task_id)""").param(project.value()).query(String.class).list();
    }

    private List<String> stillToBeSent(ProjectCode project) {
        return jdbc.sql("""
                        select id || ' ' || kind from outbox where subject_code = ? and sent_at is null
                        and withdrawn_at is null and kind not in ('PROJECT_CANCELLED', 'APPROVAL_APPROVED', 'DEALS_CALLED_OFF')""").param(project.value()).query(String.class).list();
    }
}
