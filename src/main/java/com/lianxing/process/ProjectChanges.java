package com.lianxing.process;

import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.process.Messages.Report;
import com.lianxing.process.fbainbound.FbaInbound;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manager may ask of a running project beside its plan: domain.md 1.3. */
@Service
public class ProjectChanges {

    private final Messages messages;
    private final Standstill standstill;
    private final Projects projects;

    ProjectChanges(Messages messages, Standstill standstill, Projects projects) {
        this.messages = messages;
        this.standstill = standstill;
        this.projects = projects;
    }

    public enum Change {
        BUDGET(FbaInbound.BUDGET_CHANGE_REQUESTED),
        DATE(FbaInbound.DATE_CHANGED),
        CANCEL(FbaInbound.CANCEL_REQUESTED);

        private final String message;

        Change(String message) {
            this.message = message;
        }
    }

    /** Each but the first two is the key of a refusal's sentence. */
    public enum Outcome {
        DONE,
        /** The process is not where it can follow; it will be told when it is. */
        KEPT,
        MESSAGE_BY_ITS_MANAGER,
        REASON_NEEDED,
        PROJECT_ENDED
    }

    /** Whether the person may ask: the project's own manager, the manager of its department, or the general manager. */
    public boolean mayAsk(Project project, Person person) {
        return person.holds(Role.GENERAL_MANAGER) || standstill.mayDecide(project, person);
    }

    /** Whether the project can follow now: not once it has ended, nor while it stands still. */
    public boolean isOffered(Project project, Person person) {
        return mayAsk(project, person) && project.status().isOpen() && project.status() != ProjectStatus.ON_HOLD;
    }

    /** @param key of the request: the same twice has one effect */
    @Transactional
    public Outcome ask(ProjectCode code, String key, Change change, Person person, String reason) {
        Project project = projects.lock(code);
        if (!mayAsk(project, person)) {
            return Outcome.MESSAGE_BY_ITS_MANAGER;
        }
        if (!Standstill.isReason(reason)) {
            return Outcome.REASON_NEEDED;
        }
        if (!project.status().isOpen()) {
            return Outcome.PROJECT_ENDED;
        }
        Messages.Outcome told = messages.report(new Report(
                key,
                code,
                change.message,
                null,
                null,
                CanonicalJson.of(Map.of("reason", reason.strip())),
                person.id(),
                null));
        return told == Messages.Outcome.KEPT ? Outcome.KEPT : Outcome.DONE;
    }
}
