package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.process.Standstill;
import com.lianxing.process.Standstill.Outcome;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts a project on hold and lets it go on; the Idempotency-Key makes a repetition harmless. */
@RestController
@RequestMapping("/api/projects/{code}")
class HoldsController {

    private final Standstill standstill;
    private final Projects projects;
    private final CurrentPerson currentPerson;

    HoldsController(Standstill standstill, Projects projects, CurrentPerson currentPerson) {
        this.standstill = standstill;
        this.projects = projects;
        this.currentPerson = currentPerson;
    }

    record ReasonBody(@NotNull String reason) {}

    record StatusView(String code, ProjectStatus status) {}

    @PostMapping("/hold")
    StatusView hold(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 120) String key,
            @Valid @RequestBody ReasonBody body) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return answer(project, standstill.hold(project, key, person, body.reason()));
    }

    @PostMapping("/resume")
    StatusView resume(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 120) String key,
            @Valid @RequestBody ReasonBody body) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return answer(project, standstill.resume(project, key, person, body.reason()));
    }

    private ProjectCode known(String code) {
        return projects.find(ProjectCodes.parse(code))
                .orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code))
                .code();
    }

    private StatusView answer(ProjectCode code, Outcome outcome) {
        return switch (outcome) {
            case DONE -> new StatusView(code.value(), projects.require(code).status());
            case HOLD_BY_MANAGER -> throw Refusal.duty("HOLD_BY_MANAGER");
            case REASON_NEEDED -> throw Refusal.rule("REASON_NEEDED", Standstill.LONGEST_REASON);
            case HOLD_NOT_UNDER_WAY -> throw Refusal.rule("HOLD_NOT_UNDER_WAY");
            case ALREADY_ON_HOLD -> throw Refusal.lost("ALREADY_ON_HOLD");
            case NOT_ON_HOLD -> throw Refusal.lost("NOT_ON_HOLD");
        };
    }
}
