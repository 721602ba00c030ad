package com.lianxing.process.lifecycle;

import com.lianxing.access.People;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.stereotype.Component;

/** Tells the team of a project who cancelled it and why. */
@Component
class CancelNotices {

    private final OutsideFacts facts;
    private final Projects projects;
    private final People people;
    private final Notices notices;

    CancelNotices(OutsideFacts facts, Projects projects, People people, Notices notices) {
        this.facts = facts;
        this.projects = projects;
        this.people = people;
        this.notices = notices;
    }

    void tell(ProjectCode project) {
        facts.latest(ProjectProcess.CANCEL_REQUESTED, project.value()).ifPresent(wish -> tell(project, wish));
    }

    private void tell(ProjectCode project, OutsideFacts.Fact wish) {
        String who = people.name(wish.reportedBy());
        String why = wish.text("reason").orElse("");
        projects.team(project)
                .keySet()
                .forEach(role -> notices.tell(
                        project, role, "cancelled", "PROJECT_CANCELLED", "notice.projectCancelled", project, who, why));
    }
}
