package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.deliverable.PartyReport;
import com.lianxing.deliverable.PartyReports;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** How each agency, lab and forwarder has delivered: rounds, days of each side, lateness and score. */
@Controller
class OutsidePartiesPage {

    private static final int PAGE = 100;

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
    String page(@RequestParam(defaultValue = "") String after, Model model) {
        currentPerson.require();
        List<PartyReport> page = reports.list(after, PAGE);
        model.addAttribute("parties", page);
        model.addAttribute("next", next(page, PAGE));
        return "outside-parties";
    }

    @GetMapping("/api/reports/outside-parties")
    @ResponseBody
    PartiesView json(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        currentPerson.require();
        List<PartyReport> page = reports.list(after, limit);
        return new PartiesView(page.stream().map(PartyView::of).toList(), next(page, limit));
    }

    private static @Nullable String next(List<PartyReport> page, int limit) {
        return page.size() < limit ? null : page.get(limit - 1).party().name();
    }
}
