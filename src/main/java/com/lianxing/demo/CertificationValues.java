package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.util.List;
import java.util.Map;

/** What the people of a story enter about a sun cream, which is a cosmetic and a drug. */
final class CertificationValues {

    static final String SKU = "BEAUTY-SUN-50";

    private final StepValues values;
    private final StepValues.Story story;

    CertificationValues(StepValues values, StepValues.Story story) {
        this.values = values;
        this.story = story;
    }

    Map<String, Object> start() {
        return StepValues.with(
                "projectName",
                story.name(),
                "department",
                DemoAccounts.DEPARTMENT,
                "clearedByAt",
                values.eveningOf(story.daysToTarget()),
                "clearedByZone",
                StepValues.PACIFIC.getId(),
                "sponsorId",
                "manager",
                "managerPerson",
                "pm",
                "compliancePerson",
                "compliance",
                "financePerson",
                "finance");
    }

    /** Values of the step's form. */
    Map<String, Object> of(WorkItem item) {
        String n = String.valueOf(story.number());
        return switch (item.step()) {
            case "userTask_describeProduct" ->
                StepValues.with(
                        "productKind", "BEAUTY",
                        "productUse", "SKIN",
                        "emission", "NONE",
                        "monographIngredient", true,
                        "intendedUse", "日常防晒 daily protection from the sun",
                        "countryOfOrigin", "CN");
            case "userTask_classifyDevice" ->
                StepValues.with(
                        "deviceClass", "II",
                        "exempt", false,
                        "limitsKept", true,
                        "reserved", false,
                        "regulationNo", "878.4810");
            case "userTask_confirmPaths" ->
                StepValues.with("pathVerdict", "CONFIRM", "pathReason", "21 CFR 352, MoCRA");
            case "userTask_decideOnPaths" ->
                StepValues.with("pathDecision", "GO_ON", "pathDecisionReason", "战略产品 a strategic product");
            case "userTask_planServices" -> StepValues.with("noServicesReason", "由自有法规团队办理 done by our own people");
            case "userTask_inviteSuppliers" ->
                StepValues.with(
                        "invitedCount",
                        3,
                        "invitedSuppliers",
                        "Pacific Compliance, Bay Regulatory, Golden Gate FDA Services");
            case "userTask_collectQuotes" -> StepValues.with("collectNote", "");
            case "userTask_recommendQuote" ->
                StepValues.with(
                        "winnerQuoteNo",
                        "PC-%04d".formatted(story.number()),
                        "notCheapestReason",
                        "",
                        "singleSourceReason",
                        "");
            case "userTask_orderService" ->
                StepValues.with(
                        "supplierId",
                        story.supplierId(),
                        "approvalNeededAt",
                        values.at(10),
                        "approvalNeededZone",
                        StepValues.SHENZHEN.getId());
            case "userTask_appointAgents" -> StepValues.with("agentNote", "");
            case "userTask_recordIdentifiers" -> StepValues.with("identifierNote", "");
            case "userTask_decideOnProof" ->
                StepValues.with("proofDecision", "AGAIN", "proofReason", "换供应商后重做 again with another supplier");
            case "userTask_checkClaims" ->
                StepValues.with(
                        "labelText", "Sun cream SPF 50. Drug Facts. Distributed by Pacific Compliance LLC.",
                        "listingText", "Light sun cream for every day.",
                        "domesticContact", "+1 415 555 0100");
            case "userTask_orderUserFee" ->
                StepValues.with(
                        "feeUsd",
                        "22777.00",
                        "otherFeeReason",
                        "按 CMO 费率 the rate of a contract maker",
                        "approvalNeededAt",
                        values.at(10),
                        "approvalNeededZone",
                        StepValues.SHENZHEN.getId());
            case "userTask_payUserFee" ->
                StepValues.with(
                        "paidFeeUsd",
                        "22777.00",
                        "otherFeeReason",
                        "按 CMO 费率 the rate of a contract maker",
                        "coverSheetNo",
                        "PIN-" + n,
                        "feePaidOn",
                        values.date(0));
            case "userTask_submitFiling" ->
                StepValues.with(
                        "filingSystem", "COSMETICS_DIRECT", "submissionNo", "SUB-" + n, "submittedOn", values.date(-1));
            case "userTask_recordAnswer" ->
                StepValues.with(
                        "fdaAnswer", "ACKNOWLEDGED",
                        "answeredOn", values.date(-1),
                        "answerNote", "已入册 on the list");
            case "userTask_answerFda" ->
                StepValues.with("answerSentOn", values.date(-1), "answerSummary", "补充稳定性数据 stability data");
            case "userTask_recordNumbers" -> StepValues.with("numbersNote", "");
            case "userTask_checkNumbers" -> StepValues.with("numbersVerdict", "APPROVE");
            case "userTask_submitPlatformDocuments" ->
                StepValues.with("platformRequest", "SUBMITTED", "platformCase", "CASE-" + n);
            case "userTask_recordPlatformAnswer" -> StepValues.with("platformAnswer", "ACCEPTED");
            case "userTask_settleChange" ->
                StepValues.with(
                        "keepTestReport", false,
                        "keepLabel", false,
                        "keepTechnicalFile", false,
                        "changeReason", "改为 SPF 30 now SPF 30");
            case "userTask_replaceAgent" ->
                StepValues.with(
                        "oldAgent",
                        "Pacific Compliance LLC",
                        "newConsentOn",
                        values.date(0),
                        "oldEndsOn",
                        values.date(30),
                        "loginsHandedOver",
                        true,
                        "filesHandedOver",
                        true,
                        "agencyReason",
                        "收费上涨 dearer than agreed");
            case "userTask_reviewRegulation" ->
                StepValues.with("regulationVerdict", "STILL_RIGHT", "regulationNote", "不涉及防晒 not about sun creams");
            case "userTask_answerDetention" ->
                StepValues.with(
                        "respondedOn", values.date(0),
                        "detentionResult", "RELEASED",
                        "detentionNote", "补交注册号 the registration number was sent");
            case "userTask_prepareImportData" ->
                StepValues.with(
                        "importProductCode",
                        "53LBY05",
                        "affirmationCodes",
                        "REG, DLS",
                        "priorNotice",
                        false,
                        "form2877",
                        false);
            case "userTask_handOverObligations" ->
                StepValues.with("obligationOwner", "compliance", "obligationDeputy", "pm");
            case "userTask_closeCertification" ->
                StepValues.with("agencyScore", 4, "lessons", "先申请 DUNS ask for the DUNS first");
            default -> throw new IllegalStateException("the story does not know the step " + item.step());
        };
    }

    /** Rows of a sheet of an FDA project. */
    List<Map<String, String>> rows(String sheet) {
        String n = "%04d".formatted(story.number());
        return switch (sheet) {
            case "certifiedSkus" -> List.of(Map.of("sku", SKU));
            case "claims" ->
                List.of(
                        claim("Leaves the skin soft and radiant", "LABEL", "APPEARANCE"),
                        claim("Broad spectrum SPF 50", "LABEL", "BODY_FUNCTION"));
            case "ingredients" ->
                List.of(
                        Map.of("inci", "Aqua", "percent", "62"),
                        Map.of("inci", "Zinc Oxide", "percent", "20"),
                        Map.of("inci", "Glycerin", "percent", "18"));
            case "factories" ->
                List.of(Map.of(
                        "name", "广州美颜 Guangzhou Meiyan",
                        "address", "88 Huangpu Road, Guangzhou",
                        "fei", "3012345678",
                        "duns", "544012345"));
            case "services", "legs" -> List.of();
            case "tests" -> List.of(Map.of("sku", SKU, "test", "防晒指数 SPF in vivo", "standard", "ISO 24444"));
            case "quotes" ->
                List.of(
                        quote("Pacific Compliance", "PC-" + n, "5600"),
                        quote("Bay Regulatory", "BR-" + n, "6100"),
                        quote("Golden Gate FDA Services", "GG-" + n, "5900"));
            case "budget" ->
                List.of(
                        budget("AGENCY", "6000"),
                        budget("US_AGENT", "1200"),
                        budget("USER_FEE", "35000"),
                        budget("CONTINGENCY", "1500"));
            case "agents" -> List.of(agent("US_AGENT"), agent("RESPONSIBLE_PERSON"));
            case "identifiers" ->
                List.of(Map.of("kind", "DUNS", "number", "544012345", "holder", "广州美颜 Guangzhou Meiyan"));
            case "registrations" ->
                List.of(
                        number("COSMETIC", "FACILITY_REGISTRATION", "301234" + n),
                        number("COSMETIC", "PRODUCT_LISTING", "CPL-" + n),
                        number("OTC_DRUG", "ESTABLISHMENT_REGISTRATION", "544012" + n),
                        number("OTC_DRUG", "LABELER_CODE", "8" + n),
                        number("OTC_DRUG", "PRODUCT_LISTING", "8" + n + "-101"));
            case "invoices" ->
                List.of(Map.of(
                        "line", "AGENCY",
                        "invoiceNo", "AG-" + n,
                        "supplier", "Pacific Compliance",
                        "currency", "USD",
                        "amount", "5600"));
            default -> throw new IllegalStateException("the story does not know the sheet " + sheet);
        };
    }

    private Map<String, String> quote(String agency, String number, String usd) {
        return Map.of(
                "supplier",
                agency,
                "quoteNo",
                number,
                "mode",
                "AGENCY",
                "currency",
                "USD",
                "amount",
                usd,
                "transitDays",
                "30",
                "validUntil",
                values.date(60));
    }

    private static Map<String, String> claim(String text, String place, String kind) {
        return Map.of("claim", text, "place", place, "kind", kind);
    }

    private static Map<String, String> budget(String line, String usd) {
        return Map.of("line", line, "currency", "USD", "amount", usd, "basis", "");
    }

    private Map<String, String> agent(String type) {
        return Map.of(
                "agentType",
                type,
                "name",
                "Pacific Compliance LLC",
                "usAddress",
                "500 Market Street, San Francisco, CA",
                "phone",
                "+1 415 555 0100",
                "email",
                "agent@example.com",
                "consentOn",
                values.date(-10),
                "contractFrom",
                values.date(-10),
                "contractTo",
                values.date(355));
    }

    private Map<String, String> number(String path, String type, String number) {
        return Map.of("path", path, "type", type, "number", number, "effectiveOn", values.date(-1));
    }
}
