package com.lianxing.process.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a form are what form-js does with it in the browser. */
class FormReadingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyFormOfTheProductIsUnderstood() throws IOException {
        File[] files = new File("forms").listFiles((directory, name) -> name.endsWith(".form"));
        assertThat(files).isNotEmpty();
        for (File file : Arrays.asList(files)) {
            File chinese = new File(file.getPath().replace(".form", ".zh.json"));
            FormRules rules = FormReading.read(JSON.readTree(file), JSON.readTree(chinese));
            assertThat(rules.formId() + ".form").isEqualTo(file.getName());
            assertThat(rules.fields()).as(file.getName()).isNotEmpty().allSatisfy(field -> {
                assertThat(field.label().zh()).as(field.key()).isNotEqualTo(field.key());
                assertThat(field.label().en()).as(field.key()).isNotEqualTo(field.key());
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"dynamiclist","key":"rows"}                                   | belong into a sheet
            {"type":"filepicker","key":"file"}                                    | does not check components of type
            {"type":"number","key":"amount"}                                      | either decimalDigits 0
            {"type":"select","key":"kind"}                                        | lists its values
            {"type":"select","key":"kind","valuesExpression":"=x"}                | lists its values
            {"type":"datetime","key":"at","subtype":"datetime","timeSerializingFormat":"utc_offset"} | no_timezone
            {"type":"textfield","key":"Bad key"}                                  | no camelCase name
            {"type":"textfield","key":"a","validate":{"pattern":"("}}             | its pattern is not one
            {"type":"textfield","key":"a","conditional":{"hide":"=count(b) > 1"}} | hides by one comparison
            """)
    void whatTheServerWouldNotCheckIsRefusedWithTheComponent(String component, String message) {
        assertThatThrownBy(() -> read(component))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form f, component")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"textfield","key":"a"}                                                | "x "      | x
            {"type":"textfield","key":"a"}                                                | 5         | !field.text
            {"type":"textfield","key":"a"}                                                | "  "      | -
            {"type":"textfield","key":"a","validate":{"required":true}}                   | "  "      | !field.required
            {"type":"textfield","key":"a","validate":{"required":true}}                   | null      | !field.required
            {"type":"textfield","key":"a"}                                                | "x\\u0000" | !field.characters
            {"type":"textfield","key":"a"}                                                | "x\\ny"    | !field.characters
            {"type":"textarea","key":"a"}                                                 | "x\\ud800" | !field.characters
            {"type":"textfield","key":"a","validate":{"maxLength":3}}                     | "abcd"    | !field.tooLong
            {"type":"textfield","key":"a","validate":{"minLength":3}}                     | "ab"      | !field.tooShort
            {"type":"textfield","key":"a","validate":{"pattern":"^[0-9]{3}$"}}            | "12a"     | !field.pattern
            {"type":"number","key":"a","decimalDigits":0}                                 | 7         | 7
            {"type":"number","key":"a","decimalDigits":0}                                 | 7.5       | !field.whole
            {"type":"number","key":"a","decimalDigits":0}                                 | "7"       | !field.whole
            {"type":"number","key":"a","decimalDigits":0,"validate":{"min":1}}            | -1        | !field.min
            {"type":"number","key":"a","decimalDigits":0,"validate":{"max":9}}            | 9223372036854775807 | !field.max
            {"type":"number","key":"a","decimalDigits":0}                                 | 9223372036854775808 | !field.whole
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | "0012.5"  | 12.5
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | "12.500"  | 12.500
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | "12.505"  | !field.decimals
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | "1e3"     | !field.number
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | "NaN"     | !field.number
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | "1,000"   | !field.number
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true}        | 0.1       | !field.number
            {"type":"number","key":"a","decimalDigits":2,"serializeToString":true,"validate":{"min":0.01}} | "-3" | !field.min
            {"type":"checkbox","key":"a"}                                                 | false     | false
            {"type":"checkbox","key":"a"}                                                 | "true"    | !field.yesNo
            {"type":"checkbox","key":"a","validate":{"required":true}}                    | false     | !field.mustBeTicked
            {"type":"radio","key":"a","values":[{"label":"L","value":"l"}]}               | "l"       | l
            {"type":"select","key":"a","values":[{"label":"L","value":"l"}]}              | "m"       | !field.choice
            {"type":"select","key":"a","properties":{"serverOptions":"x"}}                | "offered" | offered
            {"type":"select","key":"a","properties":{"serverOptions":"x"}}                | "other"   | !field.choice
            {"type":"datetime","key":"a","subtype":"date"}                                | "2028-02-29" | 2028-02-29
            {"type":"datetime","key":"a","subtype":"date"}                                | "2027-02-29" | !field.date
            {"type":"datetime","key":"a","subtype":"date"}                                | "0026-02-28" | !field.date
            {"type":"datetime","key":"a","subtype":"date"}                                | 5         | !field.date
            {"type":"datetime","key":"a","subtype":"datetime","timeSerializingFormat":"no_timezone"} | "2026-10-28T23:59" | 2026-10-28T23:59
            {"type":"datetime","key":"a","subtype":"datetime","timeSerializingFormat":"no_timezone"} | "2026-10-28T23:59:00Z" | !field.dateTime
            """)
    void eachKindOfFieldTakesItsOwnValuesOnly(String component, String submitted, String expected)
            throws JsonProcessingException {
        Map<String, Object> values = new HashMap<>();
        values.put("a", JSON.readValue(submitted, Object.class));

        FormRules.Result result = read(component).check(values, option -> Set.of("offered"));

        String found = !result.errors().isEmpty()
                ? "!" + result.errors().get(0).messageKey()
                : result.values().isEmpty()
                        ? "-"
                        : String.valueOf(result.values().get("a"));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void unknownNamesAreRefusedAndAllErrorsAreFoundAtOnce() {
        FormRules rules = read("""
                {"type":"textfield","key":"a","label":"A","validate":{"required":true}},
                {"type":"number","key":"b","label":"B","decimalDigits":0}""");

        FormRules.Result result =
                rules.check(Map.of("b", "x", "approved", true, "z".repeat(500), 1), option -> Set.of());

        assertThat(result.errors())
                .extracting(error -> error.field() + " " + error.messageKey())
                .containsExactly(
                        "a field.required",
                        "b field.whole",
                        "approved field.unknown",
                        "z".repeat(60) + "… field.unknown");
    }

    @Test
    void aHiddenFieldIsNeitherRequiredNorAccepted() {
        FormRules rules = read("""
                {"type":"checkbox","key":"a"},
                {"type":"textfield","key":"b","conditional":{"hide":"=a = false"},"validate":{"required":true}}""");

        assertThat(rules.check(Map.of(), option -> Set.of()).errors()).isEmpty();
        assertThat(rules.check(Map.of("a", true), option -> Set.of()).errors())
                .extracting(error -> error.messageKey())
                .containsExactly("field.required");
        assertThat(rules.check(Map.of("a", false, "b", "x"), option -> Set.of()).errors())
                .extracting(error -> error.messageKey())
                .containsExactly("field.hidden");
    }

    private static FormRules read(String components) {
        try {
            return FormReading.read(
                    JSON.readTree("{\"id\":\"f\",\"components\":[" + components + "]}"), JSON.createObjectNode());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
