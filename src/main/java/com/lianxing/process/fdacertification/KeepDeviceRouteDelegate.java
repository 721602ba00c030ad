package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.DeviceRoute;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepDeviceRoute}: what the class of the device asks for. */
@Component
class KeepDeviceRouteDelegate implements JavaDelegate {

    private static final Var<String> CLASS = Var.string("deviceClass");
    private static final Var<Boolean> EXEMPT = Var.flag("exempt");
    private static final Var<Boolean> LIMITS_KEPT = Var.flag("limitsKept");
    private static final Var<Boolean> RESERVED = Var.flag("reserved");
    private static final Var<String> REGULATION = Var.string("regulationNo");

    private final Certifications certifications;
    private final ActingPerson actor;

    KeepDeviceRouteDelegate(Certifications certifications, ActingPerson actor) {
        this.certifications = certifications;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        DeviceRoute route = DeviceRoute.valueOf(FdaCertification.DEVICE_ROUTE.in(execution));
        String reason = "fda-device-class: class %s, exempt %s, within its limits %s, reserved %s; %s"
                .formatted(
                        CLASS.in(execution),
                        EXEMPT.find(execution).orElse(false),
                        LIMITS_KEPT.find(execution).orElse(false),
                        RESERVED.find(execution).orElse(false),
                        REGULATION.find(execution).orElse("-"));
        certifications.keep(
                project, new Paths(certifications.requirePaths(project).all(), route), reason, actor.id());
    }
}
