package com.lianxing.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.Chromium;
import com.lianxing.process.WorkItem;
import com.lianxing.project.ProjectCode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The people of the demo company take a project of each kind through Tasklist, each in a browser of their own and in their
 * own language: claim, rows, files, form, complete. The application is the packaged jar. What they did is then compared with
 * the ledger and with the record.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {

    private static final int MOST_STEPS = 200;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private static final List<String> PROCESSES =
            List.of("fba-inbound", "fba-shipment", "quote-comparison", "deliverable-review");

    private static final StepValues.Story STORY = new StepValues.Story(
            7, "黑五补货 Black Friday stock", 150, "Foshan Home Co., Ltd. 佛山家居", "Ocean Bridge Logistics 海桥物流");

    private static final StepValues.Story CERTIFICATION =
            new StepValues.Story(8, "防晒霜认证 Sun cream certification", 150, "", "");

    private static final StepValues.Story LAUNCH = new StepValues.Story(9, "黑五 Black Friday", 150, "", "");

    /** What is asked of a budget, and what the approver must see available before and after; freight and duty twice. */
    private static final Map<String, List<List<String>>> AVAILABLE = Map.of(
            "42,750.00 USD", List.of(List.of("0.00 USD", "25,900.00 USD")),
            "25,200.00 USD", List.of(List.of("25,900.00 USD", "700.00 USD")),
            "7,560.00 USD", List.of(List.of("700.00 USD", "700.00 USD")),
            "17,640.00 USD", List.of(List.of("700.00 USD", "700.00 USD")),
            "640.00 USD", List.of(List.of("900.00 USD", "260.00 USD")),
            "2,900.00 USD", List.of(List.of("6,500.00 USD", "3,600.00 USD"), List.of("3,600.00 USD", "700.00 USD")),
            "1,760.40 USD", List.of(List.of("4,000.00 USD", "2,299.00 USD"), List.of("2,299.00 USD", "598.00 USD")));

    /** Line, limit, held, spent, available in USD: budget and invoices of the story at 0.14 USD for 1 CNY. */
    private static final List<String> BOOKS = List.of(
            "PRODUCT 25900.00 0.00 25200.00 700.00", // 54,000 + 126,000 CNY
            "INSPECTION 420.00 0.00 0.00 420.00",
            "ORIGIN 630.00 0.00 0.00 630.00",
            "FREIGHT 6500.00 0.00 5800.00 700.00", // 2 x 2,900.00
            "DUTY 4000.00 0.00 3402.00 598.00", // 2 x 1,701.00
            "CUSTOMS_FEES 300.00 0.00 118.80 181.20", // 2 x 59.40
            "BROKER 500.00 0.00 0.00 500.00",
            "DRAYAGE 1600.00 0.00 0.00 1600.00",
            "PLACEMENT 900.00 0.00 640.00 260.00",
            "CONTINGENCY 2000.00 0.00 0.00 2000.00",
            "total 42750.00 0.00 35160.80 7589.20");

    @TempDir
    private static Path dataDir;

    private static @Nullable Company opened;

    private static @Nullable ProjectCode launch;

    private final Set<String> data = new HashSet<>();
    private final Set<String> stepsRead = new HashSet<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    private StepValues.Story story = STORY;

    /** Which steps are also read by somebody of the other language than the one who does them. */
    private Predicate<Desk> readTwice = desk -> true;

    private int sheets;
    private int files;
    private int tasksOfOperations;

    @BeforeAll
    static void openTheCompany() {
        assumeThat(Chromium.isOff()).as("-Dbrowser=off").isFalse();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        opened = Company.open(dataDir);
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
    @Order(1)
    void allRolesInTurnTakeOneProjectFromTheStartFormToTheShelf() {
        DemoAccounts.ALL.forEach(account -> data.add(account.name()));
        ProjectCode project = start();
        ProjectApi api = workUntil(project, "", Set.of());

        assertThat(api.status()).isEqualTo("CLOSED_SUCCESS");
        assertThat(foreign).as("texts that are not in the reader's language").isEmpty();
        theBooksSayWhatWasAgreed(api.budget());
        theRecordSaysWhoDidWhat(api.audit());
        theProjectsPageShowsIt(project);
        assertThat(company().application().log()).doesNotContain(" WARN ", " ERROR ");
    }

    @Test
    @Order(2)
    void aSunCreamIsTakenFromItsStartFormToItsFilingsAndReadInEnglish() {
        DemoAccounts.ALL.forEach(account -> data.add(account.name()));
        story = CERTIFICATION;
        readTwice = Desk::isChinese;
        ProjectCode project = start("compliance", "FDA认证", new CertificationValues(values(), story).start());

        ProjectApi api = workUntil(project, "fda-", Set.of("userTask_submitFiling", "userTask_orderUserFee"));

        assertThat(api.openTasks())
                .extracting(WorkItem::step)
                .as("filed as a cosmetic and as a drug")
                .containsExactlyInAnyOrder("userTask_submitFiling", "userTask_orderUserFee");
        assertThat(foreign).as("texts that are not in the reader's language").isEmpty();
        Desk manager = company().desk("manager");
        manager.visit("/projects/" + project);
        theScheduleIsDrawn(manager);
        assertThat(manager.page().locator("section[aria-labelledby='audit'] .message.success"))
                .isVisible();
        manager.screenshot("fda-project-manager");
    }

    @Test
    @Order(3)
    void aLaunchIsTakenFromItsStartFormToItsCreativeAndReadInChinese() {
        DemoAccounts.ALL.forEach(account -> data.add(account.name()));
        story = LAUNCH;
        readTwice = desk -> !desk.isChinese();
        ProjectCode project = start("pm", "黑五上线", new LaunchValues(values(), story).start());
        launch = project;

        ProjectApi api = workUntil(project, "bfs-", Set.of("userTask_planAssets"));

        assertThat(api.openTasks()).extracting(WorkItem::step).containsExactly("userTask_planAssets");
        assertThat(foreign).as("texts that are not in the reader's language").isEmpty();
        assertThat(sum(api.budget(), "COMMIT"))
                .as("the fee of one deal, and the caps of two campaigns")
                .isEqualByComparingTo("7000.00");
        Desk pm = company().desk("pm");
        pm.visit("/projects/" + project);
        theScheduleIsDrawn(pm);
        assertThat(pm.page().locator("section[aria-labelledby='audit'] .message.success"))
                .isVisible();
        pm.screenshot("bfs-project-pm");
    }

    /** In Shenzhen the date is moved in Tasklist; there and in Los Angeles chart, target and open step follow. */
    @Test
    @Order(4)
    void anEventThatIsMovedInTasklistMovesChartAndStepsForBothClocks() {
        ProjectApi api = new ProjectApi(company().application(), requireNonNull(launch));
        Instant before = requireNonNull(only(api, "userTask_planAssets").dueAt());
        LocalDateTime begins =
                LocalDate.parse(values().date(LAUNCH.daysToTarget() + 2)).atStartOfDay();

        Desk pm = company().desk("pm");
        pm.visit("/projects/" + launch);
        pm.page().selectOption("#change-kind", "DATE");
        pm.page().fill("#change-reason", "平台把活动推迟两天");
        pm.page().locator("form:has(#change-kind) button").click();
        assertThat(pm.page().getByRole(AriaRole.STATUS)).containsText("已提出");
        pm.openTasklist();
        WorkItem change = only(api, "userTask_changeDate");
        pm.open(change);
        if (change.assignee() == null) {
            pm.claim(change);
        }
        pm.form()
                .fill(Map.of(
                        "newTargetAt", begins.toString(),
                        "newTargetZone", StepValues.PACIFIC.getId(),
                        "dateReason", "平台延期 the platform moved"));
        assertThat(pm.complete()).isEqualTo(204);

        WorkItem moved = only(api, "userTask_planAssets");
        assertThat(requireNonNull(moved.dueAt())).isAfter(before);
        Desk design = company().desk(person(moved));
        showsBothClocks(design, design.open(moved), moved);
        for (String reader : List.of("pm", "opsus")) {
            Desk desk = company().desk(reader);
            desk.visit("/projects/" + launch);
            assertThat(desk.page().locator("[data-gantt] .lx-target title"))
                    .containsText(begins.toLocalDate().toString());
            assertThat(desk.page().locator("[data-gantt] .lx-target title"))
                    .containsText(desk.in("北京时间", "Beijing time"));
            desk.page()
                    .getByText(desk.in("原计划与日期变动", "What was planned, and which dates moved"))
                    .click();
            assertThat(desk.page().locator("section[aria-labelledby='schedule']"))
                    .containsText("平台延期 the platform moved");
            desk.screenshot("bfs-moved-" + reader);
        }
    }

    private static WorkItem only(ProjectApi api, String step) {
        return api.openTasks().stream()
                .filter(task -> task.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(5)
    void nothingWentWrongMeanwhileAndTheRecordOfAllIsSound() {
        assertThat(company().application().log()).doesNotContain(" WARN ", " ERROR ");
        assertThat(company().verifyRecord()).startsWith("exit 0");
    }

    /** Every step has its bar, with the plan, today and the target beside it, and none of them can be dragged. */
    private static void theScheduleIsDrawn(Desk desk) {
        Locator chart = desk.page().locator("[data-gantt]");
        assertThat(chart.locator(".lx-target")).hasCount(1);
        assertThat(chart.locator(".lx-today title")).hasText(desk.in("今天", "today"));
        assertThat(chart.locator("[data-gantt-failed]")).isHidden();
        assertThat(chart.locator(".handle.right")).hasCount(0);
        int steps = desk.page()
                .locator("section[aria-labelledby='schedule'] details tbody tr:has(th .badge, td .clock)")
                .count();
        assertThat(chart.locator(".bar-wrapper").count()).isBetween(20, steps);
        assertThat(chart.locator(".lx-planned").count())
                .isEqualTo(chart.locator(".bar-wrapper").count());
    }

    /** Everything that is to be done, by whoever is to do it, until nothing else is than these steps. */
    private ProjectApi workUntil(ProjectCode project, String pictures, Set<String> until) {
        ProjectApi api = new ProjectApi(company().application(), project);
        List<WorkItem> open = other(api, until);
        for (int step = 1; step <= MOST_STEPS && !open.isEmpty(); step++) {
            try {
                work(
                        open.get(0),
                        "%s%02d-%s".formatted(pictures, step, open.get(0).step()));
            } catch (RuntimeException | Error e) {
                String seen = company().photograph("failed");
                throw new AssertionError("step " + step + ", " + open.get(0) + "\n" + e.getMessage() + seen, e);
            }
            open = other(api, until);
        }
        return api;
    }

    private static List<WorkItem> other(ProjectApi api, Set<String> than) {
        return api.openTasks().stream()
                .filter(task -> !than.contains(task.step()))
                .toList();
    }

    // ---- The start form ----

    private ProjectCode start() {
        Desk pm = company().desk("pm");
        pm.openTasklist();
        assertThat(pm.page().locator(".navbar-brand")).hasText("联星出海 Lianxing 任务中心");
        assertThat(pm.page().locator(".ce-eol-banner")).isHidden();
        assertThat(pm.page().locator(".task-filter a .ng-binding, .task-filter a"))
                .containsText(new String[] {"我的任务", "我的角色", "本周到期", "已逾期", "审批", "全部"});

        FormOnScreen form = pm.begin("FBA入仓");
        Map<String, Object> values = new HashMap<>(values().start());
        // Nobody is named for operations: its tasks are open to everybody of the group.
        values.remove("operationsPerson");
        enter(form, values);

        form.enter("minCoverDays", "0");
        assertThat(form.errorAt("minCoverDays")).hasText("不能小于 1。");
        form.enter("minCoverDays", "45");

        form.enter("targetInStockAt", "2026-01-01T12:00");
        assertThat(pm.start().status()).isEqualTo(422);
        assertThat(pm.notice()).containsText("目标上架时间");
        assertThat(pm.notice()).isInViewport();
        pm.screenshot("00-start-refused");
        form.enter("targetInStockAt", values.get("targetInStockAt"));
        pm.screenshot("00-start-form");
        readForm(pm, form, "start");
        done("pm", form);
        return new ProjectCode(pm.json(pm.start()).path("businessKey").asText());
    }

    private ProjectCode start(String person, String process, Map<String, Object> values) {
        Desk desk = company().desk(person);
        desk.openTasklist();
        FormOnScreen form = desk.begin(process);
        enter(form, values);
        readForm(desk, form, "start");
        return new ProjectCode(desk.json(desk.start()).path("businessKey").asText());
    }

    // ---- One task ----

    private void work(WorkItem task, String picture) {
        Desk desk = company().desk(person(task));
        TabOnScreen tab = desk.open(task);
        if (task.assignee() == null) {
            tab = desk.claim(task);
        }
        showsBothClocks(desk, tab, task);
        if (task.step().equals("userTask_planQuantities")) {
            tab = refusedWithoutRowsAndFiles(desk, task);
        }
        fillSheets(tab, task);
        attachFiles(tab);
        desk.screenshot(picture + "-" + desk.person().id() + "-project");
        boolean newStep = stepsRead.add(task.step());
        if (newStep) {
            readTab(desk, tab, task.step());
        }
        boolean decision = task.step().equals("userTask_decide");
        String asked = decision ? tab.asked().innerText() : "";
        if (asked.equals("25,200.00 USD") && desk.isChinese()) {
            desk.picture("tasklist");
        }
        FormOnScreen form = desk.form();
        if (decision && story.equals(STORY)) {
            showsTheMoney(asked, form.text());
        }
        enter(form, values().of(task));
        desk.screenshot(picture + "-" + desk.person().id() + "-form");
        if (newStep) {
            readForm(desk, form, task.step());
            if (readTwice.test(desk)) {
                readInTheOtherLanguage(desk, task, picture);
            }
        }
        int answer = desk.complete();
        assertThat(answer).as(() -> desk.notice().allInnerTexts().toString()).isEqualTo(204);
        assertThat(desk.notice().first()).containsText(desk.in("任务已完成。", "The task is completed."));
        done(desk.person().id(), form);
    }

    private String person(WorkItem task) {
        if (task.assignee() == null && task.groups().contains("operations")) {
            return tasksOfOperations++ % 2 == 0 ? "opsus" : "ops";
        }
        return ProjectPlayer.person(task);
    }

    private StepValues values() {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), StepValues.SHENZHEN);
        // The viewer offers every quarter of an hour.
        return new StepValues(now.withMinute(now.getMinute() / 15 * 15), story);
    }

    private void enter(FormOnScreen form, Map<String, Object> values) {
        values.values().forEach(value -> data.add(String.valueOf(value)));
        form.fill(values);
    }

    private void fillSheets(TabOnScreen tab, WorkItem task) {
        for (String sheet : tab.emptySheets()) {
            List<Map<String, String>> rows = values().rows(sheet, task);
            if (rows.isEmpty()) {
                continue; // May be filled; in this story it is not.
            }
            rows.forEach(row -> data.addAll(row.values()));
            switch (sheets++ % 3) {
                case 0 -> tab.type(sheet, rows);
                case 1 -> tab.paste(sheet, rows);
                default -> tab.upload(sheet, rows);
            }
            tab.save(sheet);
        }
    }

    private void attachFiles(TabOnScreen tab) {
        for (String kind : tab.missingFiles()) {
            String name = "文件 file %d.pdf".formatted(++files);
            data.add(name);
            if (files % 4 == 2) {
                tab.drop(kind, name);
            } else {
                tab.attach(kind, name);
            }
        }
    }

    /** The form is complete, but neither rows nor files are there: the notice names each of them. */
    private TabOnScreen refusedWithoutRowsAndFiles(Desk desk, WorkItem task) {
        FormOnScreen form = desk.form();
        enter(form, values().of(task));
        form.enter("capacityCuFt", "-1");
        assertThat(form.errorAt("capacityCuFt")).hasText("Field must have minimum value of 0.01.");
        form.enter("capacityCuFt", "850.00");
        assertThat(desk.complete()).isEqualTo(422);
        assertThat(desk.notice()).containsText("SKUs and quantities");
        assertThat(desk.notice()).containsText("Forecast snapshot");
        desk.screenshot("01-refused");
        return desk.tab(task);
    }

    // ---- What is shown ----

    private static void showsBothClocks(Desk desk, TabOnScreen tab, WorkItem task) {
        Instant due = Objects.requireNonNull(task.dueAt(), () -> task.step() + " has no due date");
        assertThat(tab.facts()).containsText(at(due, StepValues.SHENZHEN) + desk.in(" 北京时间", " Beijing time"));
        assertThat(tab.facts()).containsText(at(due, StepValues.PACIFIC) + " PT");
        for (String clock : List.of(
                at(due, StepValues.SHENZHEN) + desk.in(" 北京时间", " Beijing time"),
                at(due, StepValues.PACIFIC) + " PT")) {
            assertThat(desk.card(task)).containsText(clock);
            desk.awaitBesideDueDate(clock);
        }
    }

    private static String at(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    private static void showsTheMoney(String asked, String shown) {
        assertThat(shown).contains(asked);
        assertThat(AVAILABLE.getOrDefault(asked, List.of()))
                .as("before and after " + asked + " in\n" + shown)
                .anySatisfy(beforeAndAfter -> assertThat(shown).contains(beforeAndAfter));
    }

    private void readTab(Desk desk, TabOnScreen tab, String step) {
        note(desk, step + " project", language(desk).foreignTexts(tab.frame()));
    }

    private void readForm(Desk desk, FormOnScreen form, String step) {
        note(desk, step + " form", form.missingLabels(desk.isChinese()));
        note(desk, step + " page", language(desk).foreignTexts(desk.page().mainFrame()));
    }

    private void note(Desk desk, String where, List<String> texts) {
        texts.forEach(text -> foreign.add(desk.in("zh ", "en ") + where + ": " + text));
    }

    private ReadersLanguage language(Desk desk) {
        return new ReadersLanguage(desk.isChinese(), data);
    }

    /** Somebody who may read the task, and does not speak the language of its assignee, opens the same task. */
    private void readInTheOtherLanguage(Desk assignee, WorkItem task, String picture) {
        Desk reader = company().desk(assignee.in("auditor", "gm"));
        TabOnScreen tab = reader.look(task);
        tab.emptySheets();
        tab.missingFiles();
        readTab(reader, tab, task.step());
        readForm(reader, reader.form(), task.step());
        reader.screenshot(picture + "-" + reader.person().id() + "-form");
        // Whoever reads now may have work to do next, and Tasklist remembers which tab was open.
        reader.openTasklist();
    }

    // ---- What was kept ----

    private void done(String person, FormOnScreen form) {
        String id = form.id();
        for (String process : PROCESSES) {
            if (id.startsWith(process + "-")) {
                done.add(person + " " + process + "." + id.substring(process.length() + 1));
            }
        }
        if (id.equals("budget-approval-decide")) {
            done.add(person + " approval.decided");
        }
    }

    private static void theBooksSayWhatWasAgreed(JsonNode budget) {
        List<String> lines = new ArrayList<>();
        budget.path("lines").forEach(line -> lines.add(figures(line.path("line").asText(), line)));
        lines.add(figures("total", budget.path("total")));
        assertThat(lines).containsExactlyInAnyOrderElementsOf(BOOKS);
        assertThat(sum(budget, "COMMIT")).isEqualByComparingTo("35160.80");
        assertThat(sum(budget, "ACTUAL")).isEqualByComparingTo("35160.80");
    }

    private static String figures(String name, JsonNode line) {
        return Stream.of("limit", "held", "spent", "available")
                .map(figure -> line.path(figure).path("amount").asText())
                .reduce(name, (all, figure) -> all + " " + figure);
    }

    private static BigDecimal sum(JsonNode budget, String type) {
        return StreamSupport.stream(budget.path("entries").spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type))
                .map(entry -> new BigDecimal(entry.path("usd").path("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void theRecordSaysWhoDidWhat(List<JsonNode> audit) {
        List<JsonNode> acts = audit.stream()
                .filter(entry -> isAct(entry.path("action").asText()))
                .toList();
        assertThat(acts)
                .extracting(entry -> entry.path("actor").asText() + " "
                        + entry.path("action").asText())
                .containsExactlyElementsOf(done);
        assertThat(acts.subList(1, acts.size()))
                .as("each says which view the person had seen")
                .allSatisfy(
                        entry -> assertThat(entry.path("shownHash").asText()).hasSize(64));
    }

    private static boolean isAct(String action) {
        return action.equals("approval.decided") || PROCESSES.stream().anyMatch(it -> action.startsWith(it + "."));
    }

    private static void theProjectsPageShowsIt(ProjectCode project) {
        for (String id : List.of("pm", "manager")) {
            Desk desk = company().desk(id);
            desk.visit("/projects/" + project);
            Locator landed = desk.page().locator("section[aria-labelledby='landed'] tfoot");
            assertThat(landed).containsText("35,160.80");
            assertThat(desk.page().locator("section[aria-labelledby='audit'] .message.success"))
                    .isVisible();
            desk.screenshot("99-project-" + id);
        }
        company().desk("pm").pictureOfDiagram(project.value(), "fba-inbound");
    }
}
