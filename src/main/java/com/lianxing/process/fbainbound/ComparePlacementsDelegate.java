package com.lianxing.process.fbainbound;

import com.lianxing.inbound.PlacementAssessment;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_comparePlacements}: what the kinds of placement cost, for {@code placement-option.dmn}. */
@Component
class ComparePlacementsDelegate implements JavaDelegate {

    private static final Var<Boolean> MINIMAL_IN_TIME = Var.flag("minimalInTime");
    private static final Var<Boolean> OPTIMIZED_IN_TIME = Var.flag("optimizedInTime");
    private static final Var<Boolean> SPLITS_WITHIN_WINDOW = Var.flag("splitsWithinWindow");
    private static final Var<Boolean> PARTIAL_OFFERED = Var.flag("partialOffered");
    private static final Var<Long> FEWEST_IDENTICAL_CARTONS = Var.number("fewestIdenticalCartons");
    private static final Var<Long> OPTIMIZED_SAVING_USD_MINOR = Var.number("optimizedSavingUsdMinor");
    private static final Var<Long> PARTIAL_SAVING_USD_MINOR = Var.number("partialSavingUsdMinor");

    private final PlacementAssessment assessment;

    ComparePlacementsDelegate(PlacementAssessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        PlacementAssessment.Placements placements = assessment.of(project);
        MINIMAL_IN_TIME.setTransient(execution, placements.minimalInTime());
        OPTIMIZED_IN_TIME.setTransient(execution, placements.optimizedInTime());
        SPLITS_WITHIN_WINDOW.setTransient(execution, placements.splitsWithinWindow());
        PARTIAL_OFFERED.setTransient(execution, placements.partialOffered());
        FEWEST_IDENTICAL_CARTONS.setTransient(execution, placements.fewestIdenticalCartons());
        if (placements.optimizedSavingUsdMinor() != null) {
            OPTIMIZED_SAVING_USD_MINOR.setTransient(execution, placements.optimizedSavingUsdMinor());
        }
        if (placements.partialSavingUsdMinor() != null) {
            PARTIAL_SAVING_USD_MINOR.setTransient(execution, placements.partialSavingUsdMinor());
        }
    }
}
