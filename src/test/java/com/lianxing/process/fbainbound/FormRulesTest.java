package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Channel;
import com.lianxing.demo.InboundProjects;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.ServerOptions;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRecorder;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.lifecycle.CancelCostsDuty;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

@LianxingTest
class FormRulesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    private List<SubmissionRule> rules;

    @Autowired
    private List<FormFacts> facts;

    @Autowired
    private List<ServerOptions> options;

    @Autowired
    private List<SubmissionRecorder> recorders;

    @Autowired
    private CancelCostsDuty cancelDuty;

    @Autowired
    private Projects projects;

    @Autowired
    private ProjectSteps steps;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MessageSource messages;

    @Autowired
    private Clock clock;

    @Autowired
    private InboundProjects company;

    private ProjectCode code = new ProjectCode("FBA-US-2026-000");

    @BeforeEach
    void aProject() {
        code = project();
    }

    private ProjectCode project() {
        String owner = Staff.hired(identity, people, "r-owner", "Asia/Shanghai", Role.PROJECT_MANAGER);
        String sponsor = Staff.hired(identity, people, "r-sponsor", "Asia/Shanghai", Role.DEPARTMENT_MANAGER);
        return ((Registration.Registered) projects.register(new NewProject(
                        "fba-inbound",
                        "rules " + UUID.randomUUID(),
                        owner,
                        sponsor,
                        Staff.DEPARTMENT,
                        now().plusDays(60),
                        SHANGHAI,
                        Set.of(Channel.AMAZON_US),
                        UUID.randomUUID().toString(),
                        Map.of())))
                .project()
                .code();
    }

    @Test
    void everyTextAndChoiceThatAFormAsksTheServerForIsWritten() throws IOException {
        assertThat(facts.stream().map(FormFacts::name)).containsAll(asked("serverText"));
        assertThat(options.stream().map(ServerOptions::name))
                .containsAll(asked("serverOptions").stream()
                        .map(name -> name.replaceFirst(":.*", ""))
                        .toList());
    }

    @Test
    void everyRuleIsAboutAFormThatExists() {
        assertThat(rules.stream().map(SubmissionRule::formId).filter(form -> form.startsWith("fba-")))
                .isNotEmpty()
                .allMatch(form -> Files.exists(Path.of("forms", form + ".form")));
    }

    @Test
    void sponsorsAreThoseWhoAnswerForADepartmentOrTheCompany() {
        Reader reader = reader("r-owner");
        assertThat(values("sponsors", "", reader)).contains("r-sponsor").doesNotContain("r-owner");
        assertThat(values("people", "project-manager", reader))
                .contains("r-owner")
                .doesNotContain("r-sponsor");
        assertThat(values("departments", "", reader)).contains(Staff.DEPARTMENT);
    }

    @Test
    void aStartIsForLaterAndForSomebodyElse() {
        assertThat(broken(
                        "fba-inbound-start",
                        "targetInStockAt",
                        now().minusDays(1).toString(),
                        "targetInStockZone",
                        "Asia/Shanghai",
                        "sponsorId",
                        "r-owner",
                        "tightTargetReason",
                        "peak season"))
                .containsExactly("targetInStockAt rule.future", "sponsorId rule.sponsorIsStarter");
        assertThat(broken(
                        "fba-inbound-start",
                        "targetInStockAt",
                        now().plusDays(300).toString(),
                        "targetInStockZone",
                        "America/Los_Angeles",
                        "sponsorId",
                        "r-sponsor"))
                .isEmpty();
        assertThat(broken(
                        "fba-inbound-start",
                        "targetInStockAt",
                        now().plusDays(70).toString(),
                        "targetInStockZone",
                        "America/Los_Angeles",
                        "sponsorId",
                        "r-sponsor"))
                .as("a vessel would make it, the steps before it would not")
                .containsExactly("tightTargetReason rule.tightPlan");
    }

    @Test
    void complianceNeedsPapers() {
        assertThat(broken(
                        "fba-inbound-check-compliance",
                        "certType",
                        "CPC",
                        "battery",
                        "CONTAINED",
                        "hazmatStatus",
                        "NOT_HAZMAT",
                        "fdaPath",
                        "MANUAL_EXPERT",
                        "complianceResult",
                        "CLEARED"))
                .containsExactly(
                        "eFilingReady rule.eFiling", "unNo rule.unNumber", "complianceResult rule.expertFirst");
        assertThat(broken(
                        "fba-inbound-check-compliance",
                        "certType",
                        "CPC",
                        "eFilingReady",
                        true,
                        "battery",
                        "CONTAINED",
                        "unNo",
                        "UN3481",
                        "hazmatStatus",
                        "ACCEPTED",
                        "fdaPath",
                        "NONE",
                        "complianceResult",
                        "CLEARED"))
                .isEmpty();
    }

    @Test
    void anOrderNumberIsUsedInOneProjectOnly() {
        String number = "PO-" + UUID.randomUUID();
        ProjectCode other = project();
        steps.record(
                other,
                null,
                "place-order",
                UUID.randomUUID().toString(),
                "r-owner",
                clock.now(),
                Map.of("poNo", number, "orderCurrency", "CNY"),
                "f".repeat(64));
        code = ordering();
        String[] order = {"readyDate", LocalDate.now(SHANGHAI).minusYears(20).toString()};
        assertThat(broken(
                        "fba-inbound-place-order",
                        "poNo",
                        number.toLowerCase(Locale.ROOT),
                        order[0],
                        order[1],
                        "approvalNeededAt",
                        now().plusDays(1).toString(),
                        "approvalNeededZone",
                        "Asia/Shanghai"))
                .containsExactly("readyDate rule.notPast", "poNo rule.orderNumberTaken");
        steps.record(
                code,
                null,
                "place-order",
                UUID.randomUUID().toString(),
                "r-owner",
                clock.now(),
                Map.of("poNo", number + "-B", "orderCurrency", "CNY"),
                "f".repeat(64));
        assertThat(broken(
                        "fba-inbound-place-order",
                        "poNo",
                        number + "-B",
                        "readyDate",
                        today(9),
                        "approvalNeededAt",
                        now().minusMinutes(1).toString(),
                        "approvalNeededZone",
                        "Asia/Shanghai"))
                .containsExactly("approvalNeededAt rule.future");
        assertThat(broken("fba-inbound-pay-deposit", "paidCurrency", "USD", "paidOn", today(1)))
                .containsExactly("paidOn rule.notFuture", "paidCurrency rule.currencyOfOrder");
    }

    @Test
    void anOrderTakesUpAGoodOfferIfThereIsAny() {
        code = ordering();
        assertThat(taking("")).isEmpty();
        company.save(code, "quotes", List.of(goodsQuote("GOOD", "2099-12-31"), goodsQuote("OLD", "2020-01-01")));

        assertThat(taking("")).containsExactly("orderQuoteNo rule.orderQuoteMissing");
        assertThat(taking("OTHER")).containsExactly("orderQuoteNo rule.quoteUnknown");
        assertThat(taking("OLD")).containsExactly("orderQuoteNo rule.quoteExpired");
        assertThat(taking("good")).isEmpty();
    }

    private ProjectCode ordering() {
        company.enrolTheCompany();
        return company.startedAt("userTask_placeOrder");
    }

    private List<String> taking(String quoteNo) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "poNo",
                "PO-" + UUID.randomUUID(),
                "readyDate",
                today(9),
                "approvalNeededAt",
                now().plusDays(1).toString(),
                "approvalNeededZone",
                "Asia/Shanghai"));
        if (!quoteNo.isEmpty()) {
            values.put("orderQuoteNo", quoteNo);
        }
        return broken(
                "fba-inbound-place-order",
                values.entrySet().stream()
                        .flatMap(value -> Stream.of(value.getKey(), value.getValue()))
                        .toArray());
    }

    private static Map<String, String> goodsQuote(String number, String validUntil) {
        return Map.of(
                "supplier",
                "Factory " + number,
                "quoteNo",
                number,
                "mode",
                "GOODS",
                "incoterm",
                "FOB",
                "currency",
                "CNY",
                "amount",
                "1000",
                "transitDays",
                "20",
                "validUntil",
                validUntil);
    }

    @Test
    void inspectionPlacementAndWindowAddUp() {
        assertThat(broken(
                        "fba-inbound-record-inspection",
                        "sampleQty",
                        10L,
                        "criticalDefects",
                        1L,
                        "majorDefects",
                        11L,
                        "minorDefects",
                        10L,
                        "inspectionResult",
                        "PASS"))
                .containsExactly("majorDefects rule.moreThanSample", "inspectionResult rule.criticalNotPassed");
        assertThat(broken(
                        "fba-inbound-choose-placement",
                        "splits",
                        1L,
                        "feeUsd",
                        "1.00",
                        "discountUsd",
                        "1.01",
                        "expiresAt",
                        now().minusHours(1).toString(),
                        "expiresZone",
                        "Asia/Shanghai",
                        "approvalNeededAt",
                        now().plusDays(1).toString(),
                        "approvalNeededZone",
                        "Asia/Shanghai"))
                .containsExactly("discountUsd rule.discountOverFee", "expiresAt rule.offerExpired");
        assertThat(broken("fba-inbound-confirm-inbound-plan", "windowFrom", "2026-12-02", "windowTo", "2026-12-01"))
                .containsExactly("windowTo rule.windowBackwards");
        assertThat(broken("fba-inbound-label-goods", "barcodeType", "MANUFACTURER"))
                .containsExactly("brandRepresentative rule.brandRepresentative");
        assertThat(broken("fba-inbound-approve-cancel-costs", "cancelVerdict", "RETURN"))
                .containsExactly("cancelComment rule.returnReason");
    }

    @Test
    void amazonImportsForNobodyAndShipsSailBeforeTheyArrive() {
        assertThat(broken(
                        "fba-shipment-book-carrier",
                        "iorName",
                        "AMAZON.com Services LLC",
                        "ladingAt",
                        now().plusDays(9).toString(),
                        "ladingZone",
                        "Asia/Shanghai",
                        "arrivalAt",
                        now().plusDays(8).toString(),
                        "arrivalZone",
                        "Asia/Shanghai",
                        "approvalNeededAt",
                        now().plusDays(1).toString(),
                        "approvalNeededZone",
                        "Asia/Shanghai"))
                .containsExactly("iorName rule.importerAmazon", "arrivalAt rule.arrivalBeforeLading");
        assertThat(broken("fba-shipment-record-claim-outcome", "claimOutcome", "DENIED", "resolvedUsd", "0.01"))
                .containsExactly("resolvedUsd rule.deniedPaysNothing");
        assertThat(broken("fba-shipment-record-claim-outcome", "claimOutcome", "PAID", "resolvedUsd", "0.00"))
                .containsExactly("resolvedUsd rule.paidHowMuch");
    }

    @Test
    void whatWasSubmittedIsKeptAndAuditedOnce() {
        Submission submission = submission("fba-inbound-record-cancel-costs", Map.of("cancelSummary", "lost deposit"));
        transaction.executeWithoutResult(
                status -> recorders.forEach(recorder -> recorder.record(submission, "instance", code.value())));
        assertThat(steps.latest(code, "record-cancel-costs").orElseThrow().values())
                .isEqualTo(Map.of("cancelSummary", "lost deposit"));
        assertThat(trail.entries("project", code.value(), 0, 100).stream().map(StoredEntry::action))
                .containsOnlyOnce("fba-inbound.record-cancel-costs");

        Work approval = work("userTask_approveCancelCosts");
        assertThatThrownBy(() -> cancelDuty.check(approval, "r-owner", Operation.CLAIM))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("DUTY_CANCEL_COSTS"));
        cancelDuty.check(approval, "r-sponsor", Operation.COMPLETE);
    }

    @Test
    void factsAreWrittenInTheReadersLanguage() {
        FormView view = new FormView("fba-inbound-place-order", "fba-inbound", work("userTask_placeOrder"), null);
        Stream.of("budgetFacts", "decisionFacts", "modeFacts", "placementFacts", "landedCostFacts")
                .forEach(name -> {
                    FormFacts writer = facts.stream()
                            .filter(fact ->
                                    fact.name().equals(name) && fact.formId().isEmpty())
                            .findFirst()
                            .orElseThrow();
                    String english = writer.markdown(view, new Reader("r-owner", Locale.ENGLISH, SHANGHAI));
                    String chinese = writer.markdown(view, new Reader("r-owner", Locale.CHINESE, SHANGHAI));
                    assertThat(english).isNotBlank().doesNotContainPattern("\\p{IsHan}");
                    assertThat(chinese).containsPattern("\\p{IsHan}");
                });
    }

    private List<String> broken(String form, Object... keysAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        List<Violation> violations = rules.stream()
                .filter(rule -> rule.formId().equals(form))
                .flatMap(rule -> rule.check(submission(form, values)).stream())
                .toList();
        violations.forEach(violation -> Stream.of(Locale.ENGLISH, Locale.CHINESE)
                .forEach(language -> assertThat(messages.getMessage(
                                violation.messageKey(), violation.args().toArray(), language))
                        .isNotBlank()
                        .doesNotContain("{")));
        return violations.stream()
                .map(violation -> violation.field() + " " + violation.messageKey())
                .toList();
    }

    private Submission submission(String form, Map<String, Object> values) {
        boolean start = form.endsWith("-start");
        String process = form.startsWith("fba-shipment") ? "fba-shipment" : "fba-inbound";
        return new Submission(
                form,
                "f".repeat(64),
                process,
                process + ":1",
                start ? null : work("userTask_any"),
                "A00",
                reader("r-owner"),
                values,
                null);
    }

    private Work work(String task) {
        return new Work(UUID.randomUUID().toString(), "fba-inbound", task, "instance", "execution", code.value());
    }

    private Reader reader(String person) {
        return new Reader(person, Locale.ENGLISH, SHANGHAI);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.now(), SHANGHAI).withNano(0);
    }

    private String today(int plusDays) {
        return clock.today(SHANGHAI).plusDays(plusDays).toString();
    }

    private List<String> values(String name, String argument, Reader reader) {
        return options.stream()
                .filter(source -> source.name().equals(name))
                .flatMap(source -> source.options(argument, reader).stream())
                .map(ServerOptions.Option::value)
                .toList();
    }

    private static Set<String> asked(String property) throws IOException {
        Pattern pattern = Pattern.compile("\"" + property + "\": \"([^\"]+)\"");
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            return forms.filter(form -> form.toString().endsWith(".form"))
                    .map(FormRulesTest::read)
                    .flatMap(text -> pattern.matcher(text).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path form) {
        try {
            return Files.readString(form);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
