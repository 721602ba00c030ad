package com.lianxing.process.fbashipment;

import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Category;
import com.lianxing.catalog.Channel;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.Sku;
import com.lianxing.demo.ShipmentForms;
import com.lianxing.document.Documents;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundPlans.FreightChoice;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.money.UnitPrice;
import com.lianxing.process.Messages;
import com.lianxing.process.Messages.Outcome;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Var;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration.Registered;
import com.lianxing.project.Sheet;
import com.lianxing.sourcing.DueDiligence;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult;
import com.lianxing.sourcing.Suppliers;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A company that ships, and its shipments; each test has a project of its own with one shipment of a hundred lamps. */
@Component
class Shipments {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String SKU = "SHIP-LAMP-01";
    static final long UNITS = 100;

    private static final Duration DAYS_TO_DEADLINES = Duration.ofDays(10);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final List<Role> TEAM = List.of(
            Role.PROJECT_MANAGER,
            Role.LOGISTICS,
            Role.OPERATIONS,
            Role.FINANCE,
            Role.CFO,
            Role.GENERAL_MANAGER,
            Role.DIRECTOR);

    private final Colleagues colleagues;
    private final Projects projects;
    private final BudgetLedger ledger;
    private final Catalog catalog;
    private final Suppliers suppliers;
    private final Inbound inbound;
    private final InboundPlans plans;
    private final Sheet.Sheets sheets;
    private final Documents documents;
    private final WorkList work;
    private final Messages messages;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Shipments(
            Colleagues colleagues,
            Projects projects,
            BudgetLedger ledger,
            Catalog catalog,
            Suppliers suppliers,
            Inbound inbound,
            InboundPlans plans,
            Sheet.Sheets sheets,
            Documents documents,
            WorkList work,
            Messages messages,
            RuntimeService runtime,
            ManagementService management,
            TransactionTemplate transactions,
            Clock clock) {
        this.colleagues = colleagues;
        this.projects = projects;
        this.ledger = ledger;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.inbound = inbound;
        this.plans = plans;
        this.sheets = sheets;
        this.documents = documents;
        this.work = work;
        this.messages = messages;
        this.runtime = runtime;
        this.management = management;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param instance of {@code fba-shipment} */
    record Run(ProjectCode project, String shipment, String instance, ShipmentForms forms) {}

    /** A shipment at its beginning. */
    Run start() {
        return run(shipmentOf(project()), process -> process);
    }

    /** A shipment that has come to this element. */
    Run startAt(String element) {
        return run(shipmentOf(project()), process -> process.startBeforeActivity(element));
    }

    private interface Begin {
        ProcessInstantiationBuilder at(ProcessInstantiationBuilder process);
    }

    private Run run(Inbound.Shipment shipment, Begin begin) {
        ProjectCode project = shipment.project();
        ProcessInstantiationBuilder process = runtime.createProcessInstanceByKey(FbaShipment.KEY)
                .businessKey(project.value())
                .setVariables(FbaShipment.PROJECT_CODE.is(project.value()))
                .setVariables(FbaShipment.SHIPMENT_INDEX.is(0L))
                .setVariables(FbaShipment.SHIPMENT_ID.is(shipment.id()))
                .setVariables(FbaShipment.IS_ISF_ACCEPTED.is(false))
                .setVariables(FbaShipment.ALL_RECEIVED.is(false));
        deadlines()
                .forEach(deadline ->
                        process.setVariables(deadline.is(Date.from(clock.now().plus(DAYS_TO_DEADLINES)))));
        String instance = begin.at(process).execute().getId();
        ShipmentForms forms = new ShipmentForms(
                LocalDateTime.ofInstant(clock.now(), SHANGHAI), NUMBERS.incrementAndGet(), forwarder());
        return new Run(project, shipment.id(), instance, forms);
    }

    /** Every date that the steps before would have computed. */
    private static List<Var<Date>> deadlines() {
        return Stream.of(FbaShipment.class.getDeclaredFields())
                .filter(field -> field.getType() == Var.class && field.getName().endsWith("_AT"))
                .map(Shipments::date)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Var<Date> date(Field field) {
        try {
            return (Var<Date>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    String person(Role role) {
        return colleagues.with(role);
    }

    private ProjectCode project() {
        Map<Role, String> team = new EnumMap<>(Role.class);
        TEAM.forEach(role -> team.put(role, person(role)));
        person(Role.DEPARTMENT_MANAGER);
        int number = NUMBERS.incrementAndGet();
        NewProject wanted = new NewProject(
                "fba-inbound",
                "Shipments " + number,
                person(Role.PROJECT_MANAGER),
                person(Role.GENERAL_MANAGER),
                Colleagues.DEPARTMENT,
                LocalDateTime.ofInstant(clock.now(), SHANGHAI).plusDays(200),
                SHANGHAI,
                Set.of(Channel.AMAZON_US),
                "shipments-" + number,
                team);
        ProjectCode code = ((Registered) projects.register(wanted)).project().code();
        ledger.setBudget(
                code + ":first",
                code,
                List.of(
                        line(BudgetLine.FREIGHT, "6000.00"),
                        line(BudgetLine.DUTY, "3000.00"),
                        line(BudgetLine.CUSTOMS_FEES, "200.00"),
                        line(BudgetLine.BROKER, "1000.00"),
                        line(BudgetLine.DRAYAGE, "1600.00")),
                Mandate.approved("first", person(Role.OPERATIONS), person(Role.CFO)));
        return code;
    }

    private static LineAmount line(BudgetLine line, String dollars) {
        return new LineAmount(line, Money.parse(dollars, "USD"));
    }

    private Inbound.Shipment shipmentOf(ProjectCode project) {
        if (catalog.find(SKU).isEmpty()) {
            UnitPrice price = new UnitPrice(new BigDecimal("78.00"), Currency.getInstance("CNY"));
            catalog.put(
                    new Sku(
                            SKU,
                            "台灯",
                            "Lamp",
                            null,
                            null,
                            "9405219010",
                            price,
                            1_100,
                            7_500,
                            Category.HOME,
                            ComplianceState.CLEARED),
                    person(Role.OPERATIONS));
        }
        String units = String.valueOf(UNITS);
        save(
                "items",
                Sheet.Subject.of(project),
                Map.of("sku", SKU, "quantity", units, "forecastDaily", "2", "sellable", "0", "inbound", "0"));
        save(
                "quotes",
                Sheet.Subject.of(project),
                Map.of(
                        "supplier",
                        "Blue Container",
                        "quoteNo",
                        "Q-1",
                        "mode",
                        "OCEAN_LCL",
                        "incoterm",
                        "FOB",
                        "currency",
                        "USD",
                        "amount",
                        "3100",
                        "transitDays",
                        "28",
                        "validUntil",
                        "2035-12-31"));
        plans.choose(
                project,
                new FreightChoice(
                        "OCEAN_LCL", "FOB", "Yantian - Long Beach", new BigDecimal("7.5"), new BigDecimal("1760")),
                person(Role.LOGISTICS));
        String amazonId = "FBA9SHIP%05d".formatted(NUMBERS.incrementAndGet());
        save(
                "shipments",
                Sheet.Subject.of(project),
                Map.of("amazonShipmentId", amazonId, "fulfilmentCenter", "ONT8", "sku", SKU, "units", units));
        return inbound.openShipments(project).get(0);
    }

    private void save(String name, Sheet.Subject subject, Map<String, String> row) {
        Sheet sheet = sheets.find(name).orElseThrow();
        long version = sheet.read(subject).version();
        if (!(sheet.save(subject, version, List.of(row), person(Role.OPERATIONS)) instanceof Sheet.Saved.Accepted)) {
            throw new IllegalStateException("the rows of " + name + " are refused");
        }
    }

    private String forwarder() {
        String name = "Forwarder " + NUMBERS.incrementAndGet();
        SupplierResult added = suppliers.add(
                new SupplierDetails(name, Supplier.Kind.FORWARDER, "CN", Supplier.RiskRating.LOW),
                person(Role.PURCHASING));
        String id = ((SupplierResult.Saved) added).supplier().id().toString();
        for (DueDiligence item : DueDiligence.values()) {
            suppliers.check(UUID.fromString(id), item, true, "as on paper", person(Role.PURCHASING));
        }
        suppliers.verify(UUID.fromString(id), person(Role.COMPLIANCE));
        return id;
    }

    /** How many of the hundred units Amazon counted. */
    void received(Run run, long units) {
        save(
                "receipts",
                new Sheet.Subject(run.project(), run.shipment()),
                Map.of("sku", SKU, "received", String.valueOf(units)));
    }

    /** Ids of the elements whose tasks are open, in the shipment and in what it called. */
    List<String> open(Run run) {
        return work.open(run.project()).stream().map(WorkItem::step).sorted().toList();
    }

    WorkItem task(Run run, String step) {
        return work.open(run.project()).stream()
                .filter(item -> item.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open, but " + open(run)));
    }

    /** Does the task as whoever it is for, with the files it needs; what is given differs from the usual values. */
    void does(Run run, String step, Object... changes) {
        WorkItem item = task(run, step);
        String person = personFor(item);
        attach(item, person);
        work.submit(item.taskId(), person, run.forms().of(item, changes));
    }

    /** Every approver in turn, until nobody is asked any more. */
    void decide(Run run, String verdict) {
        while (open(run).contains("userTask_decide")) {
            does(run, "userTask_decide", "verdict", verdict, "comment", "so be it");
        }
    }

    void attach(WorkItem item, String person) {
        for (String kind : item.requiredEvidence()) {
            byte[] text = ("%PDF-1.4\n% " + item.taskId() + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
            documents.store(
                    item.filesOfType(),
                    item.filesOf(),
                    kind,
                    "evidence.pdf",
                    new ByteArrayInputStream(text),
                    person,
                    item.taskId());
        }
    }

    String personFor(WorkItem item) {
        String assignee = item.assignee();
        if (assignee != null) {
            return assignee;
        }
        String person = item.groups().stream()
                .flatMap(group -> Role.of(group).stream())
                .map(this::person)
                .findFirst()
                .orElseThrow();
        work.claim(item.taskId(), person);
        return person;
    }

    /** Reports the fact as a carrier, customs or Amazon would. */
    Outcome report(Run run, String message) {
        return report(run, message, "report-" + NUMBERS.incrementAndGet(), "{}");
    }

    Outcome report(Run run, String message, String content) {
        return report(run, message, "report-" + NUMBERS.incrementAndGet(), content);
    }

    Outcome report(Run run, String message, String id, String content) {
        return messages.report(new Messages.Report(
                id, run.project(), message, run.shipment(), null, content, person(Role.LOGISTICS), null));
    }

    /** Lets the timer of that element fire now. */
    void fire(Run run, String timer) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(run.instance())
                .activityId(timer)
                .singleResult()
                .getId());
    }

    <T> T inTransaction(java.util.function.Supplier<T> call) {
        T result = transactions.execute(status -> call.get());
        if (result == null) {
            throw new IllegalStateException("nothing came back");
        }
        return result;
    }
}
