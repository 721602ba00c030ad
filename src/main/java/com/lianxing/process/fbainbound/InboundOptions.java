package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.ModeAssessment;
import com.lianxing.money.Money;
import com.lianxing.process.WayOut;
import com.lianxing.process.planning.LifecycleOptions;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What brings goods to the shelf earlier: a faster mode, warehouses that receive sooner, or leaving SKUs out: domain.md D3, D4. */
@Component
class InboundOptions implements LifecycleOptions {

    private static final List<String> MODES = List.of("OCEAN_FCL", "OCEAN_FAST", "AIR");

    private final ModeAssessment modes;
    private final InboundPlans plans;
    private final Inbound inbound;
    private final ReferenceValues references;
    private final Clock clock;

    InboundOptions(ModeAssessment modes, InboundPlans plans, Inbound inbound, ReferenceValues references, Clock clock) {
        this.modes = modes;
        this.plans = plans;
        this.inbound = inbound;
        this.references = references;
        this.clock = clock;
    }

    @Override
    public String lifecycle() {
        return FbaInbound.KEY;
    }

    @Override
    public List<Shorter> shorter(Project project) {
        LocalDate today = clock.today(project.target().zone());
        String planned =
                plans.choice(project.code()).map(choice -> choice.mode()).orElse("OCEAN_LCL");
        List<Shorter> shorter = new ArrayList<>();
        OptionalInt usual = modes.leadTime(planned, today);
        for (String mode : MODES) {
            OptionalInt days = modes.leadTime(mode, today);
            if (usual.isPresent() && days.isPresent() && days.getAsInt() < usual.getAsInt()) {
                shorter.add(new Shorter(
                        WayOut.Kind.FASTER_TRANSPORT,
                        "fact.mode." + mode,
                        "userTask_fileEntry",
                        days.getAsInt(),
                        usual.getAsInt(),
                        mode.equals("AIR") ? modes.dearerByAir(project.code()).orElse(null) : null));
            }
        }
        Optional<Integer> few = receiveDays("MINIMAL", today);
        Optional<Integer> many = receiveDays("OPTIMIZED", today);
        if (few.isPresent() && many.isPresent() && many.get() < few.get()) {
            shorter.add(new Shorter(
                    WayOut.Kind.OTHER_PLACEMENT, "", "userTask_recordReceipt", many.get(), few.get(), null));
        }
        return shorter;
    }

    /** Days until a split of that kind is on the shelf. */
    private Optional<Integer> receiveDays(String placement, LocalDate today) {
        return references
                .find("placement.receiveDays", placement, today)
                .map(ReferenceValue::number)
                .map(BigDecimal::intValueExact);
    }

    /** What the SKUs that are not cleared would earn. */
    @Override
    public @Nullable Money costWithout(Project project, ProjectCode needed) {
        BigDecimal lost = BigDecimal.ZERO;
        for (Inbound.Demand demand : inbound.demands(project.code())) {
            if (demand.sku().state() != ComplianceState.CLEARED) {
                if (demand.margin() == null) {
                    return null;
                }
                lost = lost.add(demand.margin().multiply(BigDecimal.valueOf(demand.quantity())));
            }
        }
        return Money.ofMinor(lost.movePointRight(2).setScale(0, RoundingMode.UP).longValueExact(), "USD");
    }
}
