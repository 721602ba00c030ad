package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.Refusal;
import com.lianxing.project.NewProject;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Gives a project that was just requested its code, which is the business key of its process from here on. */
@Component
public class ProjectRegistration {

    private final Projects projects;

    ProjectRegistration(Projects projects) {
        this.projects = projects;
    }

    /** @throws Refusal if the project cannot be registered as wanted */
    public void register(DelegateExecution execution, NewProject wanted) {
        Registration registration = projects.register(wanted);
        if (!(registration instanceof Registration.Registered registered)) {
            throw refusal(registration);
        }
        String code = registered.project().code().value();
        execution.setProcessBusinessKey(code);
        ProjectProcess.PROJECT_CODE.set(execution, code);
    }

    private static Refusal refusal(Registration registration) {
        if (registration instanceof Registration.DuplicateName taken) {
            return Refusal.rule(
                    Registration.DuplicateName.RULE, taken.existing().value());
        }
        if (registration instanceof Registration.Refused refused) {
            return Refusal.rule(refused.rule(), refused.arguments().toArray());
        }
        return Refusal.lost("LOST_RACE");
    }
}
