package com.lianxing.demo;

import com.lianxing.calendar.Clock;
import com.lianxing.obligation.ObligationKind;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.Terms;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the demo company has to renew: a facility that was nearly forgotten, a subscription soon, a contract later. */
@Component
class DemoRenewals {

    private final Obligations obligations;
    private final Clock clock;

    DemoRenewals(Obligations obligations, Clock clock) {
        this.obligations = obligations;
        this.clock = clock;
    }

    void enter(ProjectCode project) {
        LocalDate today = clock.today(ZoneId.of("Asia/Shanghai"));
        enter(
                project,
                Terms.of(ObligationKind.COSMETIC_FACILITY, today.plusDays(6).minusYears(2)),
                "广州美颜 Guangzhou Meiyan",
                "3012345678",
                Set.of(CertificationValues.SKU));
        enter(
                project,
                new Terms(ObligationKind.SUBSCRIPTION, today.minusMonths(10), 12, 30),
                "ERP 订阅 ERP subscription",
                "SUB-2026-18",
                Set.of());
        enter(
                project,
                new Terms(ObligationKind.CONTRACT, today.minusMonths(2), 12, 60),
                "美代合同 US agent",
                "USA-2026-03",
                Set.of());
    }

    private void enter(ProjectCode project, Terms terms, String name, String number, Set<String> skus) {
        obligations.create(UUID.randomUUID(), terms, name, number, project, "compliance", "pm", skus, "compliance");
    }
}
