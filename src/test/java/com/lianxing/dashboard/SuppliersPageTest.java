package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.demo.DemoAccounts;
import com.lianxing.demo.InboundProjects;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Clauses;
import com.lianxing.sourcing.Contract;
import com.lianxing.sourcing.Contracts;
import com.lianxing.sourcing.DueDiligence;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierScores;
import com.lianxing.sourcing.Suppliers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LianxingTest
class SuppliersPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SupplierScores scores;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Contracts contracts;

    private ProjectCode project;
    private String name = "";

    @BeforeEach
    void aProject() {
        company.enrolTheCompany();
        project = company.startedAt("userTask_planBudget");
        name = "0 Agency " + UUID.randomUUID() + " <b>";
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aSupplierIsMarkedUntilASecondPersonVerifiedItAndThenNamesThatPerson() {
        Supplier supplier = entered();
        String page = "/suppliers/" + supplier.id();
        assertThat(person("manager").get(page).body()).contains("Not verified", name.replace("<b>", "&lt;b&gt;"));

        for (DueDiligence item : DueDiligence.values()) {
            post(
                    "purchasing",
                    page,
                    page + "/checks",
                    Map.of("item", item.name(), "passed", "true", "finding", "as on paper"));
        }
        post("purchasing", page, page + "/verify", Map.of());
        assertThat(suppliers.require(supplier.id()).verifiedBy()).isNull();
        post("compliance", page, page + "/verify", Map.of());

        assertThat(suppliers.require(supplier.id()).verifiedBy()).isEqualTo("compliance");
        assertThat(person("manager").get(page).body()).doesNotContain("Not verified");
        assertThat(person("pm").get("/suppliers").body()).contains("供应商", name.replace("<b>", "&lt;b&gt;"));
    }

    @Test
    void aContractIsEnteredOnceAmendedAndActivatedByAnother() {
        Supplier supplier = entered();
        String page = "/suppliers/" + supplier.id();
        Map<String, String> draft = Map.of(
                "key", UUID.randomUUID().toString(),
                "number", "C-1",
                "project", project.value(),
                "starts", "2026-03-01",
                "everyMonths", "12",
                "noticeDays", "30",
                "scope", "listing",
                "serviceLevel", "",
                "invoiceType", "",
                "refund", "");
        for (int click = 1; click <= 2; click++) {
            post("purchasing", page, page + "/contracts", draft);
        }
        Contract contract = contracts.of(supplier.id()).get(0);
        assertThat(contracts.of(supplier.id())).hasSize(1);
        String one = page + "/contracts/" + contract.id();

        post("compliance", page, one + "/activate", Map.of());
        assertThat(contracts.active(supplier.id())).isEmpty();
        post(
                "purchasing",
                page,
                one,
                Map.of("scope", "listing", "serviceLevel", "10 days", "invoiceType", "COMMERCIAL", "refund", "all"));
        post("compliance", page, one + "/activate", Map.of());
        assertThat(contracts.active(supplier.id())).hasSize(1);
        post("compliance", page, one + "/end", Map.of("reason", "changed agency"));

        assertThat(contracts.active(supplier.id())).isEmpty();
        assertThat(person("manager").get(page).body()).contains("changed agency");
    }

    @Test
    void whatWasSignedIsKeptWithTheContractAndAScoreWithTheSupplier() {
        Supplier supplier = entered();
        String page = "/suppliers/" + supplier.id();
        UUID contract = UUID.randomUUID();
        contracts.enter(
                contract,
                supplier.id(),
                project,
                "C-2",
                LocalDate.of(2026, 3, 1),
                12,
                30,
                new Clauses("listing", "", null, ""),
                "purchasing");
        String files = page + "/contracts/" + contract + "/files";

        person("purchasing").attach(page, files, new Visitor.File("signed.exe", "MZ"));
        assertThat(person("manager").get(page).body()).doesNotContain("signed");
        person("purchasing").attach(page, files, new Visitor.File("signed.pdf", "%PDF-1.4\n%%EOF\n"));
        scores.keep(project, supplier.id(), 4, "pm");
        scores.keep(project, supplier.id(), 1, "pm");

        String body = person("manager").get(page).body();
        assertThat(body).contains("signed.pdf", "4.0 of 5 (closed projects: 1)");
        Matcher link = Pattern.compile("/api/files/[0-9a-f-]+").matcher(body);
        assertThat(link.find()).isTrue();
        assertThat(person("manager").get(link.group()).body()).startsWith("%PDF");
        assertThat(person("manager")
                        .attach(page, files, new Visitor.File("late.pdf", "%PDF-1.4\n%%EOF\n"))
                        .statusCode())
                .as("keeps no suppliers")
                .isEqualTo(403);
    }

    @Test
    void whatMakesNoSenseAndWhoeverKeepsNoSuppliersEntersNothing() {
        assertThat(post("manager", "/suppliers", "/suppliers", details("CN")).statusCode())
                .isEqualTo(403);
        assertThat(post("purchasing", "/suppliers", "/suppliers", details("china"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(suppliers.list("0 Agency", 500))
                .noneMatch(supplier -> supplier.name().equals(name));
        assertThat(person("pm").get("/suppliers/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private Supplier entered() {
        post("purchasing", "/suppliers", "/suppliers", details("CN"));
        return suppliers.list("0 Agency", 500).stream()
                .filter(supplier -> supplier.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> details(String country) {
        return Map.of("name", name, "kind", "AGENCY", "country", country, "risk", "LOW");
    }

    private HttpResponse<String> post(String who, String page, String path, Map<String, String> fields) {
        return person(who).fill(page, path, fields);
    }

    private Visitor person(String id) {
        return Visitor.person(port, id, DemoAccounts.PASSWORD);
    }
}
