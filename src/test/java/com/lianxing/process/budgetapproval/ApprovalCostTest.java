package com.lianxing.process.budgetapproval;

import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.process.budgetapproval.Approvals.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.RoundTrips;
import com.lianxing.RoundTrips.Tally;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.approval.NewRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.process.engine.Colleagues;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one approval costs, from the request to APPROVED with one approver, over the real path: the request is opened and
 * its process started, the approver looks for the task in Tasklist, and submits the form. Grows by no more than 5 %.
 */
@LianxingTest
class ApprovalCostTest {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalCostTest.class);
    private static final String API = "/camunda/api/engine/engine/default";

    // As logged by this test; each may grow by 5 %. Of the rows 20 are the three decisions' and 12 the three timers'.
    private static final int ENGINE_TRIPS = 83;
    private static final int ENGINE_ROWS = 121;
    private static final int OWN_TRIPS = 41;

    @LocalServerPort
    private int port;

    @Autowired
    private Approvals company;

    @Autowired
    private RoundTrips roundTrips;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anApprovalCostsNoMoreThanItDid() {
        // The first one reads models, forms and tables that are remembered from then on.
        approve();
        Tally tally = approve();
        LOG.info("One approval: {}", tally);

        assertThat(tally.engineTrips() + tally.commits()).isLessThanOrEqualTo(ENGINE_TRIPS + ENGINE_TRIPS / 20);
        assertThat(tally.engineRows()).isLessThanOrEqualTo(ENGINE_ROWS + ENGINE_ROWS / 20);
        assertThat(tally.ownTrips()).isLessThanOrEqualTo(OWN_TRIPS + OWN_TRIPS / 20);
    }

    @Test
    void instancesWithCandidateGroupsLeaveNoGrantBehind() {
        long before = grants();

        for (int n = 0; n < 5; n++) {
            approve();
            var open = company.commitment(company.projectWith(line(FREIGHT, "10000.00")), FREIGHT, "1000.00");
            assertThat(company.task(company.start(open))).isNotNull();
        }

        assertThat(grants()).isEqualTo(before);
    }

    private long grants() {
        // Who is hired gets rights on himself: not of an instance.
        return jdbc.sql("select count(*) from act_ru_authorization where resource_type_ not in (1, 2, 3)")
                .query(Long.class)
                .single();
    }

    private Tally approve() {
        NewRequest request = company.commitment(company.projectWith(line(FREIGHT, "10000.00")), FREIGHT, "1000.00");
        Visitor approver = Visitor.person(port, company.person(Role.PROJECT_MANAGER), Colleagues.PASSWORD);
        approver.get(API + "/task?firstResult=0&maxResults=1");

        var start = roundTrips.counted(() -> company.start(request));
        Task task = company.task(start.result());
        Tally search = roundTrips.of(() -> approver.get(
                API + "/task?firstResult=0&maxResults=15&processInstanceId=" + task.getProcessInstanceId()));
        Tally submission = roundTrips.of(() -> assertThat(approver.post(
                                API + "/task/" + task.getId() + "/submit-form",
                                "{\"variables\":{\"verdict\":{\"value\":\"APPROVE\"}}}")
                        .statusCode())
                .isEqualTo(204));

        assertThat(company.outcome(request)).isEqualTo(Outcome.APPROVED);
        List<RoundTrips.Sent> all = new ArrayList<>(start.tally().sent());
        all.addAll(search.sent());
        all.addAll(submission.sent());
        return new Tally(all);
    }
}
