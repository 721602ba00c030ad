package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.process.Corrections;
import com.lianxing.process.Corrections.Outcome;
import com.lianxing.process.Standstill;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.web.Json.Page;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.StepBack;
import com.lianxing.project.StepBacks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steps to be done again: asked for by the project's manager, confirmed or refused by a second person. */
@RestController
@RequestMapping("/api/projects/{code}/step-backs")
class StepBacksController {

    private final Corrections corrections;
    private final StepBacks stepBacks;
    private final Projects projects;
    private final CurrentPerson currentPerson;

    StepBacksController(Corrections corrections, StepBacks stepBacks, Projects projects, CurrentPerson currentPerson) {
        this.corrections = corrections;
        this.stepBacks = stepBacks;
        this.projects = projects;
        this.currentPerson = currentPerson;
    }

    record StepBackBody(
            @NotBlank @Size(max = 64) String taskId,
            @NotNull String reason,
            boolean reversesPayments) {}

    record StepBackView(
            long id,
            String taskId,
            String askedBy,
            String askedAt,
            String reason,
            boolean reversesPayments,
            @Nullable String verdict,
            @Nullable String decidedBy) {

        static StepBackView of(StepBack stepBack) {
            StepBack.Verdict verdict = stepBack.verdict();
            return new StepBackView(
                    stepBack.id(),
                    stepBack.taskId(),
                    stepBack.askedBy(),
                    Json.instantText(stepBack.askedAt()),
                    stepBack.reason(),
                    stepBack.reversesPayments(),
                    verdict == null ? null : verdict.name(),
                    stepBack.decidedBy());
        }
    }

    @GetMapping
    Page<StepBackView> list(@PathVariable String code) {
        currentPerson.require();
        return new Page<>(
                stepBacks.of(known(code)).stream().map(StepBackView::of).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StepBackView ask(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 120) String key,
            @Valid @RequestBody StepBackBody body) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        refuseUnlessDone(corrections.ask(project, key, body.taskId(), person, body.reason(), body.reversesPayments()));
        return StepBackView.of(stepBacks.ofRequest(key).orElseThrow());
    }

    @PostMapping("/{id}/confirm")
    StepBackView confirm(@PathVariable String code, @PathVariable long id) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        refuseUnlessDone(corrections.confirm(project, id, person));
        return StepBackView.of(stepBacks.find(project, id).orElseThrow());
    }

    @PostMapping("/{id}/refuse")
    StepBackView refuse(@PathVariable String code, @PathVariable long id) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        refuseUnlessDone(corrections.refuse(project, id, person));
        return StepBackView.of(stepBacks.find(project, id).orElseThrow());
    }

    private ProjectCode known(String code) {
        return projects.find(ProjectCodes.parse(code))
                .orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code))
                .code();
    }

    private static void refuseUnlessDone(Outcome outcome) {
        switch (outcome) {
            case DONE -> {}
            case STEP_BACK_BY_MANAGER -> throw Refusal.duty("STEP_BACK_BY_MANAGER");
            case STEP_BACK_SECOND_PERSON -> throw Refusal.duty("STEP_BACK_SECOND_PERSON");
            case REASON_NEEDED -> throw Refusal.rule("REASON_NEEDED", Standstill.LONGEST_REASON);
            case STEP_BACK_STEP_UNKNOWN -> throw Refusal.notFound("STEP_BACK_STEP_UNKNOWN");
            case STEP_BACK_NOT_UNDER_WAY -> throw Refusal.rule("STEP_BACK_NOT_UNDER_WAY");
            case STEP_BACK_ASKED_ALREADY -> throw Refusal.lost("STEP_BACK_ASKED_ALREADY");
            case STEP_BACK_DECIDED -> throw Refusal.lost("STEP_BACK_DECIDED");
            case STEP_BACK_NOT_ALONE -> throw Refusal.rule("STEP_BACK_NOT_ALONE");
            case STEP_BACK_OTHERS_GO_ON -> throw Refusal.rule("STEP_BACK_OTHERS_GO_ON");
            case STEP_BACK_PAID -> throw Refusal.rule("STEP_BACK_PAID");
            case STEP_BACK_BUDGET_CHANGED -> throw Refusal.rule("STEP_BACK_BUDGET_CHANGED");
        }
    }
}
