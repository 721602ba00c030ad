package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ModeAssessment;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_assessModes}: the SKUs that are left, and what each way of shipping leaves of the time, for {@code shipment-mode.dmn}. */
@Component
class AssessModesDelegate implements JavaDelegate {

    private static final Var<Boolean> AIR_FORBIDDEN = Var.flag("airForbidden");
    private static final Var<Long> SLACK_OCEAN_DAYS = Var.number("slackOceanDays");
    private static final Var<Long> SLACK_FAST_OCEAN_DAYS = Var.number("slackFastOceanDays");
    private static final Var<Long> SLACK_LCL_DAYS = Var.number("slackLclDays");
    private static final Var<Long> SLACK_AIR_DAYS = Var.number("slackAirDays");
    private static final Var<Long> VOLUME_LITRES = Var.number("volumeLitres");
    private static final Var<Long> AIR_GAIN_USD_MINOR = Var.number("airGainUsdMinor");

    private final ModeAssessment assessment;
    private final Inbound inbound;

    AssessModesDelegate(ModeAssessment assessment, Inbound inbound) {
        this.assessment = assessment;
        this.inbound = inbound;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        FbaInbound.SKU_COUNT.set(execution, (long) inbound.items(project).size());
        ModeAssessment.Modes modes = assessment.of(project);
        AIR_FORBIDDEN.setTransient(execution, modes.airForbidden());
        SLACK_OCEAN_DAYS.setTransient(execution, modes.slackOcean());
        SLACK_FAST_OCEAN_DAYS.setTransient(execution, modes.slackFastOcean());
        SLACK_LCL_DAYS.setTransient(execution, modes.slackLcl());
        SLACK_AIR_DAYS.setTransient(execution, modes.slackAir());
        VOLUME_LITRES.setTransient(execution, modes.volumeLitres());
        AIR_GAIN_USD_MINOR.setTransient(execution, modes.airGainUsdMinor());
    }
}
