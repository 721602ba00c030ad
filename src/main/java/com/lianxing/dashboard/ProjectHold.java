package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.process.Standstill;
import com.lianxing.process.Standstill.Outcome;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two buttons of a project's page that stop it and let it go on. */
@Controller
class ProjectHold {

    private final Standstill standstill;
    private final Projects projects;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;

    ProjectHold(Standstill standstill, Projects projects, CurrentPerson currentPerson, MessageSource messages) {
        this.standstill = standstill;
        this.projects = projects;
        this.currentPerson = currentPerson;
        this.messages = messages;
    }

    /** @param key written into the form, so that a second click is the same request */
    @PostMapping("/projects/{code}/hold")
    String hold(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, standstill.hold(project, key, person, reason), person, redirect);
    }

    @PostMapping("/projects/{code}/resume")
    String resume(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, standstill.resume(project, key, person, reason), person, redirect);
    }

    private ProjectCode known(String code) {
        if (!ProjectCode.isCode(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return projects.find(new ProjectCode(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .code();
    }

    private String back(ProjectCode project, Outcome outcome, Person person, RedirectAttributes redirect) {
        if (outcome != Outcome.DONE) {
            Object[] arguments = {Standstill.LONGEST_REASON};
            redirect.addFlashAttribute(
                    "refusal", messages.getMessage("refusal." + outcome.name(), arguments, person.language()));
        }
        return "redirect:/projects/" + project;
    }
}
