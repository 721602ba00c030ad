package com.lianxing.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.Chromium;
import com.lianxing.Visitor;
import com.lianxing.process.WorkItem;
import com.lianxing.project.ProjectCode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong on the way, dealt with in Tasklist by the people it is for: on the demo's project with one shipment
 * ashore and one at sea, the first changes its carrier in Chinese, and customs holds the second in English.
 */
class TroubleIT {

    /** The project's number in the demo: its papers carry it. */
    private static final StepValues.Story STORY =
            new StepValues.Story(4, "西岸补货 West coast restock", 95, "", "Ocean Bridge Logistics 海桥物流");

    @TempDir
    private static Path dataDir;

    private static @Nullable Company opened;

    private final ProjectCode project = projectOfTheDemo();
    private final ProjectApi api = new ProjectApi(company().application(), project);

    @BeforeAll
    static void openTheCompany() throws IOException, InterruptedException {
        assumeThat(Chromium.isOff()).as("-Dbrowser=off").isFalse();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        opened = Company.open(dataDir);
        // The operator in Los Angeles looks after what happens at the port: she joins logistics.
        assertThat(opened.application()
                        .send("PUT", "/engine-rest/group/logistics/members/opsus", "admin", DemoAccounts.PASSWORD, "")
                        .statusCode())
                .isEqualTo(204);
    }

    @AfterAll
    static void closeTheCompany() {
        if (opened != null) {
            opened.close();
        }
    }

    private static Company company() {
        if (opened == null) {
            throw new IllegalStateException("the company is not open");
        }
        return opened;
    }

    @Test
    void aDearerCarrierIsTakenInChinese() {
        assertThat(line("FREIGHT")).isEqualTo("5800.00 0.00"); // held and spent: 2,900.00 for each shipment
        asksForAnotherCarrier("logistics", "S2");

        works("logistics", "userTask_inviteSuppliers");
        works("logistics", "userTask_collectQuotes");
        works("logistics", "userTask_recommendQuote");
        works("logistics", "userTask_compareCarriers");
        // 350.00 more, and with the bookings of a month more than 5,000.00 to this carrier: the manager approves, then
        // finance.
        assertThat(works("manager", "userTask_decide")).contains("350.00 USD", "700.00 USD");
        assertThat(works("finance", "userTask_decide")).contains("350.00 USD", "700.00 USD");

        assertThat(line("FREIGHT")).isEqualTo("6150.00 0.00");
        assertThat(recorded())
                .contains("logistics fba-shipment.compare-carriers")
                .containsSubsequence("manager approval.decided", "finance approval.decided");
    }

    @Test
    void aHoldByCustomsIsDealtWithInEnglish() {
        works("opsus", "userTask_fileEntry");
        report("inbound.customsHeld", "S1");

        works("opsus", "userTask_recordExam");
        assertThat(works("pm", "userTask_decide")).contains("450.00 USD", "500.00 USD", "50.00 USD");
        assertThat(line("BROKER")).isEqualTo("450.00 0.00");
        works("opsus", "userTask_recordRelease");

        assertThat(api.openTasks()).extracting(WorkItem::step).contains("userTask_fileEntrySummary");
        assertThat(recorded())
                .contains(
                        "opsus fba-shipment.file-entry",
                        "opsus fba-shipment.record-exam",
                        "pm approval.decided",
                        "opsus fba-shipment.record-release");
    }

    /** On the project's page: the forwarder has no space. */
    private void asksForAnotherCarrier(String person, String shipment) {
        Desk desk = company().desk(person);
        desk.visit("/projects/" + project);
        Page page = desk.page();
        page.selectOption("#change-kind", "CARRIER:%s-%s".formatted(project, shipment));
        page.fill("#change-reason", desk.in("货代没有舱位", "the forwarder has no space"));
        desk.screenshot("trouble-another-carrier-" + person);
        page.locator("form:has(#change-kind) button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(desk.in("已提出", "Asked for"));
        desk.openTasklist();
    }

    /** The person takes the task from Tasklist, and does it; answers what the form said. */
    private String works(String person, String step) {
        WorkItem task = api.openTasks().stream()
                .filter(item -> item.step().equals(step))
                .filter(item -> item.assignee() == null || item.assignee().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open for " + person + ": " + api.openTasks()));
        Desk desk = company().desk(person);
        try {
            return work(desk, task);
        } catch (RuntimeException | Error e) {
            String seen = company().photograph("failed-trouble");
            throw new AssertionError(person + " at " + task + seen, e);
        }
    }

    private static String work(Desk desk, WorkItem task) {
        TabOnScreen tab = desk.open(task);
        if (task.assignee() == null) {
            tab = desk.claim(task);
        }
        for (String kind : tab.missingFiles()) {
            tab.attach(kind, "file %d.pdf".formatted(kind.hashCode()));
        }
        FormOnScreen form = desk.form();
        form.fill(values().of(task));
        assertThat(form.missingLabels(desk.isChinese())).isEmpty();
        String shown = form.text();
        desk.screenshot("trouble-" + task.step() + "-" + desk.person().id());
        int answer = desk.complete();
        assertThat(answer).as(() -> desk.notice().allInnerTexts().toString()).isEqualTo(204);
        assertThat(desk.notice().first()).containsText(desk.in("任务已完成。", "The task is completed."));
        return shown;
    }

    private static StepValues values() {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), StepValues.SHENZHEN);
        // The viewer offers every quarter of an hour.
        return new StepValues(now.withMinute(now.getMinute() / 15 * 15), STORY);
    }

    /** As the forwarder or the broker told logistics. */
    private void report(String message, String shipment) {
        int port = URI.create(company().application().url("/")).getPort();
        assertThat(Visitor.program(port, "logistics", DemoAccounts.PASSWORD)
                        .send(
                                "POST",
                                "/api/projects/" + project + "/messages",
                                "application/json",
                                "*/*",
                                "{\"message\":\"%s\",\"shipmentId\":\"%s-%s\"}".formatted(message, project, shipment),
                                Map.of("Idempotency-Key", message))
                        .body())
                .contains("DELIVERED");
    }

    /** What is held and what is spent of a line, in US dollars. */
    private String line(String name) {
        for (JsonNode line : api.budget().path("lines")) {
            if (line.path("line").asText().equals(name)) {
                return line.path("held").path("amount").asText() + " "
                        + line.path("spent").path("amount").asText();
            }
        }
        throw new AssertionError("no line " + name);
    }

    private List<String> recorded() {
        return api.audit().stream()
                .map(entry -> entry.path("actor").asText() + " "
                        + entry.path("action").asText())
                .toList();
    }

    private static ProjectCode projectOfTheDemo() {
        try {
            String list = company()
                    .application()
                    .send("GET", "/api/projects", "auditor", DemoAccounts.PASSWORD, "")
                    .body();
            for (JsonNode item : new ObjectMapper().readTree(list).path("items")) {
                if (item.path("name").asText().equals(STORY.name())) {
                    return new ProjectCode(item.path("code").asText());
                }
            }
            throw new AssertionError("the demo has no project " + STORY.name());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
