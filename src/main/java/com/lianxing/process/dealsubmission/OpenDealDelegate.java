package com.lianxing.process.dealsubmission;

import com.lianxing.calendar.Deadline;
import com.lianxing.launch.ChannelDates;
import com.lianxing.launch.Deal;
import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openDeal}: which of the launch's deals this is, and until when its channel takes it. */
@Component
class OpenDealDelegate implements JavaDelegate {

    private final Launches launches;
    private final Projects projects;

    OpenDealDelegate(Launches launches, Projects projects) {
        this.launches = launches;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Deal deal = launches.deals(project).get(Math.toIntExact(DealSubmission.DEAL_INDEX.in(execution)));
        DealSubmission.DEAL_ID.set(execution, deal.id());
        DealSubmission.FEE_DUE.set(execution, deal.fee().isPositive());
        DealSubmission.ANSWER_SEEN.set(execution, "");
        Deadline closes = launches.dates(project, deal.type().channel())
                .map(ChannelDates::dealsClose)
                .orElseGet(() -> projects.require(project).target());
        DealSubmission.DEAL_CLOSES_AT.set(execution, Date.from(closes.instant()));
    }
}
