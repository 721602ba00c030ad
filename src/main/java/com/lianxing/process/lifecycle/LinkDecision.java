package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What becomes of a project for which a cancelled one waited. */
enum LinkDecision {
    /** It goes on for itself; stock that was bought goes to its owner, with its cost. */
    KEEP,
    CANCEL;

    static final Var<Boolean> LINK_LEFT = Var.flag("linkLeft");
    static final Var<String> LINKED_PROJECT = Var.string("linkedProject");
    static final String FIELD = "linkDecision";
    static final Var<String> CHOSEN = Var.string(FIELD);

    static ProjectLink link(VariableScope scope, ProjectLinks links) {
        ProjectCode needed = new ProjectCode(LINKED_PROJECT.in(scope));
        return links.neededBy(ProjectProcess.project(scope)).stream()
                .filter(link -> link.needed().equals(needed))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no link to " + needed));
    }
}
