package com.lianxing.process.lifecycle;

import com.lianxing.access.People;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.process.Messages;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleLink}: the linked project is cancelled too, or goes on for itself with whoever owns it now. */
@Component
class SettleLinkDelegate implements JavaDelegate {

    private static final Var<String> NEW_OWNER = Var.string("newOwner");
    private static final Var<String> REASON = Var.string("linkReason");

    private final ProjectLinks links;
    private final Projects projects;
    private final ProjectChanges changes;
    private final People people;
    private final ActingPerson actor;

    SettleLinkDelegate(
            ProjectLinks links, Projects projects, ProjectChanges changes, People people, ActingPerson actor) {
        this.links = links;
        this.projects = projects;
        this.changes = changes;
        this.people = people;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectLink link = LinkDecision.link(execution, links);
        ProjectCode linked = link.needed();
        String reason = REASON.in(execution);
        String by = actor.id();
        links.end(link, by, reason);
        if (LinkDecision.valueOf(LinkDecision.CHOSEN.in(execution)) == LinkDecision.CANCEL) {
            changes.report(
                    new Messages.Report(
                            "cancel:%s:%s".formatted(link.waiting(), linked),
                            linked,
                            ProjectProcess.CANCEL_REQUESTED,
                            null,
                            null,
                            CanonicalJson.of(Map.of(
                                    "reason", reason, "with", link.waiting().value())),
                            by,
                            null),
                    people.require(by));
        } else {
            NEW_OWNER
                    .find(execution)
                    .filter(owner -> !owner.isBlank())
                    .ifPresent(owner -> projects.handOver(linked, owner, reason, by));
        }
    }
}
