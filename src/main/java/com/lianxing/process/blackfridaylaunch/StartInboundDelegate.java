package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.launch.LaunchTerms;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_startInbound}: the project that brings the stock is started, in the same transaction, and linked. */
@Component
class StartInboundDelegate implements JavaDelegate {

    private static final Var<String> STARTS = Var.string("startsInbound");
    private static final Var<String> AT = Var.string("inStockAt");
    private static final Var<String> ZONE = Var.string("inStockZone");
    private static final Var<Long> COVER_DAYS = Var.number("inboundCoverDays");

    private final WorkList work;
    private final Projects projects;
    private final ProjectLinks links;
    private final LaunchTerms terms;
    private final ActingPerson actor;
    private final Clock clock;

    StartInboundDelegate(
            WorkList work, Projects projects, ProjectLinks links, LaunchTerms terms, ActingPerson actor, Clock clock) {
        this.work = work;
        this.projects = projects;
        this.links = links;
        this.terms = terms;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        if (STARTS.in(execution).equals("YES")) {
            Project launch = projects.require(project);
            ProjectCode inbound = work.start("fba-inbound", actor.id(), wanted(execution, launch));
            int buffer = terms.stockBufferDays(clock.today(LaunchTerms.AMAZON));
            ProjectLinks.Outcome linked =
                    links.link(new ProjectLink(project, inbound, LinkKind.FEEDS_STOCK, buffer), actor.id());
            if (linked != ProjectLinks.Outcome.LINKED) {
                throw Refusal.rule(linked.name());
            }
        }
    }

    private Map<String, Object> wanted(DelegateExecution execution, Project launch) {
        Map<String, Object> values = new HashMap<>();
        values.put("projectName", launch.code() + " 备货 stock");
        values.put("department", launch.department());
        values.put("category", "OTHER");
        values.put("reason", "PROMO");
        values.put("minCoverDays", Math.toIntExact(COVER_DAYS.in(execution)));
        values.put("targetInStockAt", AT.in(execution));
        values.put("targetInStockZone", ZONE.in(execution));
        values.put("tightTargetReason", launch.code().value());
        values.put("sponsorId", launch.sponsor());
        projects.memberFor(launch.code(), Role.OPERATIONS).ifPresent(id -> values.put("operationsPerson", id));
        projects.memberFor(launch.code(), Role.COMPLIANCE).ifPresent(id -> values.put("compliancePerson", id));
        projects.memberFor(launch.code(), Role.FINANCE).ifPresent(id -> values.put("financePerson", id));
        return values;
    }
}
