package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.calendar.MovableClock;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Purchase;
import com.lianxing.sourcing.QuoteComparisons;
import com.lianxing.sourcing.SupplierScores;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The certification of one product from its start form to its end, with an agency that was compared and bought. */
@LianxingTest
class CertificationStoryTest {

    @Autowired
    private Stories stories;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Projects projects;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private QuoteComparisons comparisons;

    @Autowired
    private SupplierScores scores;

    @Autowired
    private AuditVerifier verifier;

    private ProjectPlayer player;

    @BeforeEach
    void enrolTheCompany() {
        stories.enrolTheCompany();
        player = stories.player();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void aProductIsCertifiedAndItsAgencyPaidAndScored() {
        StepValues.Story story = stories.tell("防晒霜 Sun cream");
        ProjectCode project = player.startCertification(story);

        player.play(project, story, Set.of("userTask_recordAnswer"), Turn.AN_AGENCY_IS_BOUGHT);
        assertThat(comparisons.chosen(project, Purchase.AGENCY))
                .hasValueSatisfying(chosen -> assertThat(chosen.quotes()).isEqualTo(3));
        assertThat(agency(project).held()).isEqualTo(Money.parse("5600.00", "USD"));
        player.play(project, story, Set.of());

        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CLOSED_SUCCESS);
        assertThat(agency(project).held()).isEqualTo(Money.parse("0.00", "USD"));
        assertThat(agency(project).spent()).isEqualTo(Money.parse("5600.00", "USD"));
        assertThat(scores.of(List.of(UUID.fromString(story.supplierId())))).hasSize(1);
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
    }

    private LinePosition agency(ProjectCode project) {
        return ledger.positions(project).stream()
                .filter(position -> position.line() == BudgetLine.AGENCY)
                .findFirst()
                .orElseThrow();
    }
}
