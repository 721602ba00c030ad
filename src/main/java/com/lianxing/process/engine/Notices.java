package com.lianxing.process.engine;

import com.lianxing.access.Role;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.stereotype.Component;

/** Tells the people of a project what a timer found out. */
@Component
public class Notices {

    private final Projects projects;
    private final Outbox outbox;

    Notices(Projects projects, Outbox outbox) {
        this.projects = projects;
        this.outbox = outbox;
    }

    /**
     * Tells the team's person for the role, else the project's owner.
     *
     * @param occasion makes the message one of a kind: the same occasion is told once
     */
    public void tell(
            ProjectCode project, Role role, String occasion, String kind, String messageKey, Object... arguments) {
        String person = projects.memberFor(project, role)
                .orElseGet(() -> projects.require(project).owner());
        String id = String.join(":", project.value(), occasion, person);
        outbox.put(id, person, kind, project.value(), messageKey, arguments);
    }
}
