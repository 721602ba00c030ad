package com.lianxing.certification;

import com.lianxing.project.KnownSkus;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.SheetRules;
import com.lianxing.project.TableSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grids of an FDA project. */
@Configuration(proxyBeanMethods = false)
class CertificationSheets {

    static final String SKUS = "certification_sku";
    static final String CLAIMS = "certification_claim";
    static final String TESTS = "certification_test";
    static final String FACTORIES = "certification_factory";
    static final String AGENTS = "certification_agent";
    static final String IDENTIFIERS = "certification_identifier";
    static final String REGISTRATIONS = "certification_registration";

    private static final String NINE_DIGITS = "\\d{9}";
    private static final String FEI = "\\d{7,10}";

    /** Mail is not enough: whoever stands for us has to be found. */
    private static final Pattern PO_BOX = Pattern.compile("(?i)\\bp\\.?\\s*o\\.?\\s*box\\b");

    /** Rounding of shares. Source: domain.md 2.2, B01. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.1");

    private final TableSheet.Store store;
    private final KnownSkus known;

    CertificationSheets(TableSheet.Store store, KnownSkus known) {
        this.store = store;
        this.known = known;
    }

    @Bean
    Sheet certifiedSkusSheet() {
        return sheet(
                "certifiedSkus",
                SKUS,
                List.of(Column.text("sku", 40).mandatory()),
                List.of(known, SheetRules.noneTwice("sku")));
    }

    /** Which report proves what of which SKU: domain.md 2.1, B08. */
    @Bean
    Sheet testsSheet() {
        return sheet(
                "tests",
                TESTS,
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.text("test", 120).mandatory(),
                        Column.text("standard", 80).mandatory()),
                List.of(known, SheetRules.noneTwice("sku", "test")));
    }

    @Bean
    Sheet claimsSheet() {
        return sheet(
                "claims",
                CLAIMS,
                List.of(
                        Column.text("claim", 300).mandatory(),
                        Column.select("place", names(Claim.Place.values()), "sheet.claims.place.")
                                .mandatory(),
                        Column.select("kind", names(Claim.Kind.values()), "sheet.claims.kind.")
                                .mandatory()),
                List.of(SheetRules.noneTwice("claim", "place")));
    }

    @Bean
    Sheet ingredientsSheet() {
        return sheet(
                "ingredients",
                "certification_ingredient",
                List.of(
                        Column.text("inci", 120).mandatory(),
                        Column.decimal("percent", "0.0001", "100").mandatory()),
                List.of(SheetRules.noneTwice("inci"), CertificationSheets::wholeFormula));
    }

    @Bean
    Sheet factoriesSheet() {
        return sheet(
                "factories",
                FACTORIES,
                List.of(
                        Column.text("name", 120).mandatory(),
                        Column.text("address", 200).mandatory(),
                        Column.text("fei", 10).matching(FEI, "3012345678"),
                        Column.text("duns", 9).matching(NINE_DIGITS, "544012345")),
                List.of(SheetRules.noneTwice("name", "address")));
    }

    @Bean
    Sheet agentsSheet() {
        return sheet(
                "agents",
                AGENTS,
                List.of(
                        Column.select("agentType", names(AgentType.values()), "certification.agent.")
                                .mandatory(),
                        Column.text("name", 120).mandatory(),
                        Column.text("usAddress", 200).mandatory(),
                        Column.text("phone", 30)
                                .matching("[+()0-9 -]{7,30}", "+1 415 555 0100")
                                .mandatory(),
                        Column.text("email", 120)
                                .matching("[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "name@example.com")
                                .mandatory(),
                        Column.date("consentOn").mandatory(),
                        Column.date("contractFrom").mandatory(),
                        Column.date("contractTo").mandatory()),
                List.of(
                        SheetRules.noneTwice("agentType", "name"),
                        SheetRules.noRow(
                                "usAddress",
                                "certification.error.poBox",
                                row -> PO_BOX.matcher(SheetRules.text(row, "usAddress"))
                                        .find()),
                        SheetRules.noRow(
                                "contractTo",
                                "certification.error.contractEnds",
                                row -> !date(row, "contractTo").isAfter(date(row, "contractFrom")))));
    }

    @Bean
    Sheet identifiersSheet() {
        return sheet(
                "identifiers",
                IDENTIFIERS,
                List.of(
                        Column.select(
                                        "kind",
                                        List.of("DUNS", "FEI", "LABELER_CODE", "OWNER_OPERATOR"),
                                        "sheet.identifiers.kind.")
                                .mandatory(),
                        Column.text("number", 20)
                                .matching("[0-9]{4,20}", "900123")
                                .mandatory(),
                        Column.text("holder", 120).mandatory(),
                        Column.date("expiresOn")),
                List.of(
                        SheetRules.noneTwice("kind", "number"),
                        SheetRules.noRow(
                                "number",
                                "certification.error.duns",
                                row -> SheetRules.text(row, "kind").equals("DUNS")
                                        && !SheetRules.text(row, "number").matches(NINE_DIGITS))));
    }

    @Bean
    Sheet registrationsSheet() {
        return sheet(
                "registrations",
                REGISTRATIONS,
                List.of(
                        Column.select("path", names(FdaPath.values()), "certification.path.")
                                .mandatory(),
                        Column.select("type", names(EvidenceType.values()), "certification.evidence.")
                                .mandatory(),
                        Column.text("number", 80).mandatory(),
                        Column.date("effectiveOn").mandatory(),
                        Column.date("renewalDueOn"),
                        Column.text("publicSource", 300)),
                List.of(
                        SheetRules.noneTwice("path", "type", "number"),
                        SheetRules.noRow(
                                "number",
                                "certification.error.number",
                                row -> !EvidenceType.valueOf(SheetRules.text(row, "type"))
                                        .isNumber(SheetRules.text(row, "number")))));
    }

    private Sheet sheet(String name, String table, List<Column> columns, List<Sheet.Rule> rules) {
        return new TableSheet(name, table, false, columns, rules, store);
    }

    private static LocalDate date(Map<String, String> row, String column) {
        return LocalDate.parse(SheetRules.text(row, column));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** The shares of a formula add up to a hundred. */
    private static List<CellError> wholeFormula(Sheet.Subject subject, List<Map<String, String>> rows) {
        BigDecimal sum = rows.stream()
                .map(row -> new BigDecimal(SheetRules.text(row, "percent")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole =
                rows.isEmpty() || sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(TOLERANCE) <= 0;
        return whole ? List.of() : List.of(CellError.ofSheet("certification.error.formula", sum.toPlainString()));
    }
}
