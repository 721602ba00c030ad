package com.lianxing.process.escalation;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.StepDeadline;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The late step, its person, until when it was due, and what may be decided about it. */
@Component
class DelayFacts implements FormFacts {

    private final LateSteps steps;
    private final Reminders reminders;
    private final People people;
    private final MessageSource messages;

    DelayFacts(LateSteps steps, Reminders reminders, People people, MessageSource messages) {
        this.steps = steps;
        this.reminders = reminders;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "delayFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        return view.variable(Escalation.OVERDUE_TASK_ID)
                .flatMap(task -> steps.look(task, late -> write(late, view, lines, reader)))
                .orElseGet(() -> lines.line("escalation.facts.ended").markdown());
    }

    private String write(TaskEntity task, FormView view, FactLines lines, Reader reader) {
        DeadlineKind kind = StepDeadline.of(task).kind();
        lines.line(
                "escalation.facts.step",
                view.projectCode().orElse(""),
                Markdown.escape(reminders.stepName(task, reader.language())));
        lines.item(
                "escalation.facts.person",
                task.getAssignee() == null ? "-" : Markdown.escape(people.name(task.getAssignee())));
        lines.item(
                "escalation.facts.due",
                BothClocks.text(task.getDueDate().toInstant(), reader.zone(), reader.language()),
                lines.text("deadlineKind." + kind));
        long level = view.variable(Escalation.LEVEL).orElse(1L);
        lines.item("escalation.facts.level", level, Ladder.top());
        lines.item(
                level < Escalation.LEVEL_THAT_CHANGES
                        ? "escalation.facts.mayChase"
                        : kind == DeadlineKind.LEGAL ? "escalation.facts.mayReassign" : "escalation.facts.mayExtend");
        if (level >= Escalation.LEVEL_THAT_CHANGES) {
            String eligible = steps.eligible(task.getId()).stream()
                    .map(Person::name)
                    .map(Markdown::escape)
                    .collect(Collectors.joining(", "));
            lines.item("escalation.facts.eligible", eligible.isEmpty() ? "-" : eligible);
        }
        return lines.markdown();
    }
}
