package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What people last entered in the forms of a shipment and of its project, as the project keeps it. */
@Component
class Entered {

    private final ProjectSteps steps;

    Entered(ProjectSteps steps) {
        this.steps = steps;
    }

    /** @param values by form key */
    record Form(Map<String, Object> values) {

        Optional<String> text(String key) {
            return Optional.ofNullable(values.get(key)).map(Object::toString);
        }

        String required(String key) {
            return text(key).orElseThrow(() -> new IllegalStateException(key + " was not entered: " + values));
        }

        Optional<LocalDate> date(String key) {
            return text(key).map(LocalDate::parse);
        }

        /** The moment entered as {@code <name>At} on the clock of {@code <name>Zone}. */
        Deadline deadline(String name, DeadlineKind kind) {
            return new Deadline(LocalDateTime.parse(required(name + "At")), ZoneId.of(required(name + "Zone")), kind);
        }

        /** The same, if it was entered. */
        Optional<Deadline> findDeadline(String name, DeadlineKind kind) {
            return text(name + "At").map(at -> deadline(name, kind));
        }
    }

    Form of(VariableScope scope, String step) {
        ProjectCode project = FbaShipment.project(scope);
        String shipment = FbaShipment.shipment(scope);
        return steps.latest(project, shipment, step)
                .map(entered -> new Form(entered.values()))
                .orElseThrow(() -> new IllegalStateException("nobody submitted %s of %s".formatted(step, shipment)));
    }

    /** The delivery window that counts: of Amazon's own plan, or of the one that a person confirmed by hand. */
    Optional<Form> deliveryWindow(ProjectCode project) {
        return steps.latestOf(project, "choose-delivery", "confirm-inbound-plan")
                .map(entered -> new Form(entered.values()));
    }
}
