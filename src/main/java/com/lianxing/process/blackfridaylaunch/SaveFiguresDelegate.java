package com.lianxing.process.blackfridaylaunch;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.launch.EventWatch;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveFigures}: what a person saw; an empty cell stays unknown. */
@Component
class SaveFiguresDelegate implements JavaDelegate {

    private static final Var<String> SEEN_AT = Var.string("figuresSeenAt");
    private static final Var<String> SEEN_ZONE = Var.string("figuresSeenZone");

    private final EventWatch watch;
    private final ActingPerson actor;

    SaveFiguresDelegate(EventWatch watch, ActingPerson actor) {
        this.watch = watch;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Deadline seen = new Deadline(
                LocalDateTime.parse(SEEN_AT.in(execution)), ZoneId.of(SEEN_ZONE.in(execution)), DeadlineKind.INTERNAL);
        watch.enterSheet(ProjectProcess.project(execution), seen.instant(), actor.id());
        BlackFridayLaunch.FIGURES_ASKED.set(execution, false);
    }
}
