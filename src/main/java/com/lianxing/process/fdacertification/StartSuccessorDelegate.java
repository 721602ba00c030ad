package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.certification.Successions;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.InvoicePosting;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_startSuccessor}: what the project has cost is posted, and another one begins with the changed product,
 * the same people and rows, and the proofs that still hold.
 */
@Component
class StartSuccessorDelegate implements JavaDelegate {

    private static final Var<String> REASON = Var.string("changeReason");

    /** The rows that describe the product; all else is found out anew. */
    private static final List<String> TAKEN_OVER =
            List.of("certifiedSkus", "claims", "ingredients", "factories", "agents", "identifiers");

    private final InvoicePosting invoices;
    private final BudgetLedger ledger;
    private final Projects projects;
    private final Successions successions;
    private final Sheet.Sheets sheets;
    private final AsApplication application;
    private final ActingPerson actor;

    StartSuccessorDelegate(
            InvoicePosting invoices,
            BudgetLedger ledger,
            Projects projects,
            Successions successions,
            Sheet.Sheets sheets,
            AsApplication application,
            ActingPerson actor) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.projects = projects;
        this.successions = successions;
        this.sheets = sheets;
        this.application = application;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode before = ProjectProcess.project(execution);
        String by = actor.id();
        invoices.post(before, by);
        ledger.releaseAll(before, before + ":CHANGED", by);
        projects.recordMilestone(before, "PATH_CHANGED");
        projects.setStatus(before, ProjectStatus.CLOSED_FAILED);

        Map<String, Object> start = startOf(projects.require(before));
        ProcessInstance instance = application.call(() -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(FdaCertification.KEY, start));
        ProjectCode after = new ProjectCode(instance.getBusinessKey());
        TAKEN_OVER.forEach(sheet -> copy(sheet, before, after, by));
        successions.record(new Successions.Succession(after, before, kept(execution)), REASON.in(execution), by);
    }

    /** As its start form would have been filled in; the owner stays. */
    private Map<String, Object> startOf(Project before) {
        Deadline target = before.target();
        Map<String, Object> start = new HashMap<>();
        start.put(RegisterCertificationDelegate.OWNER.name(), before.owner());
        start.put(RegisterCertificationDelegate.NAME.name(), before.name());
        start.put(RegisterCertificationDelegate.DEPARTMENT.name(), before.department());
        start.put(RegisterCertificationDelegate.SPONSOR.name(), before.sponsor());
        start.put(
                RegisterCertificationDelegate.CLEARED_BY.name(), target.local().toString());
        start.put(
                RegisterCertificationDelegate.CLEARED_ZONE.name(), target.zone().getId());
        Map<Role, String> team = projects.team(before.code());
        RegisterCertificationDelegate.TEAM.forEach((role, person) -> {
            if (team.containsKey(role)) {
                start.put(person.name(), team.get(role));
            }
        });
        return start;
    }

    private void copy(String name, ProjectCode before, ProjectCode after, String by) {
        Sheet sheet = sheets.find(name).orElseThrow();
        List<Map<String, String>> rows = sheet.read(Sheet.Subject.of(before)).rows();
        if (!rows.isEmpty()) {
            sheet.save(Sheet.Subject.of(after), 0, rows, by);
        }
    }

    private static Set<String> kept(DelegateExecution execution) {
        Set<String> kept = new TreeSet<>();
        KeptProofs.FIELDS.forEach((field, proof) -> Var.flag(field)
                .find(execution)
                .filter(Boolean::booleanValue)
                .ifPresent(holds -> kept.add(proof.name())));
        return kept;
    }
}
