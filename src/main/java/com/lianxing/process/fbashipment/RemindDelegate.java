package com.lianxing.process.fbashipment;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Var;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** One {@code serviceTask_remindOf…}, {@code …escalate…} and the like: tells the people of some roles of a deadline. */
class RemindDelegate implements JavaDelegate {

    private final ShipmentNotices notices;
    private final String kind;
    private final Var<Date> due;
    private final List<Var<Date>> stages;
    private final List<Role> roles;

    RemindDelegate(ShipmentNotices notices, String kind, Var<Date> due, List<Var<Date>> stages, List<Role> roles) {
        this.notices = notices;
        this.kind = kind;
        this.due = due;
        this.stages = stages;
        this.roles = roles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Date> reminders = stages.stream().map(stage -> stage.in(execution)).toList();
        notices.tell(execution, kind, due.in(execution), reminders, roles);
    }
}
