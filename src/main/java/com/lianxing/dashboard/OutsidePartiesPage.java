package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.deliverable.PartyReport;
import com.lianxing.deliverable.PartyReports;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** How each agency, lab and forwarder has delivered: rounds, days of each side, lateness and score. */
@Controller
class OutsidePartiesPage {

    private final PartyReports reports;
    private final CurrentPerson currentPerson;

    OutsidePartiesPage(PartyReports reports, CurrentPerson currentPerson) {
        this.reports = reports;
        this.currentPerson = currentPerson;
    }

    /** Days with one decimal, the score of 1 to 5 with two; see {@link PartyReport}. */
    record PartyView(
            UUID id,
            String name,
            int deliverables,
            int accepted,
            int rounds,
            BigDecimal outsideDays,
            BigDecimal insideDays,
            int lateVersions,
            int waitingLate,
            BigDecimal lateDays,
            @Nullable BigDecimal score) {

        static PartyView of(PartyReport report) {
            return new PartyView(
                    report.party().id(),
                    report.party().name(),
                    report.deliverables(),
                    report.accepted(),
                    report.rounds(),
                    report.outsideDays(),
                    report.insideDays(),
                    report.lateVersions(),
                    report.waitingLate(),
                    report.lateDays(),
                    report.score());
        }
    }

    record PartiesView(List<PartyView> items, @Nullable String next) {}

    @GetMapping("/outside-parties")
    String page(Model model) {
        currentPerson.require();
        model.addAttribute("parties", reports.all());
        return "outside-parties";
    }

    @GetMapping("/api/reports/outside-parties")
    @ResponseBody
    PartiesView json() {
        currentPerson.require();
        return new PartiesView(reports.all().stream().map(PartyView::of).toList(), null);
    }
}
