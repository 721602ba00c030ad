package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.calendar.CalendarDay;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.reference.ChineseCalendar;
import com.lianxing.reference.ExchangeRates;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who enters and confirms what outsiders set, and what of it is refused with a word. */
@LianxingTest
class ReferencePageTest {

    private static final String PAGE = "/reference";

    @LocalServerPort
    private int port;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private ReferenceValues values;

    @Autowired
    private ChineseCalendar chinese;

    @Autowired
    private WorkingCalendars calendars;

    @Test
    void aBudgetRateIsEnteredByFinanceAndConfirmedByASecondPersonOfFinance() {
        Map<String, String> rate = entry(ExchangeRates.BUDGET, "SEK/USD", "0.0951");
        for (Role role : List.of(Role.LOGISTICS, Role.DESIGN, Role.CAMUNDA_ADMIN)) {
            assertThat(enter(role, rate).statusCode()).as(role.id()).isEqualTo(422);
        }
        assertThat(values.history(ExchangeRates.BUDGET, "SEK/USD")).isEmpty();

        assertThat(enter(Role.FINANCE, rate).statusCode()).isEqualTo(302);
        ReferenceValue entered = values.history(ExchangeRates.BUDGET, "SEK/USD").get(0);
        for (Role role : List.of(Role.FINANCE, Role.LOGISTICS, Role.DESIGN, Role.CAMUNDA_ADMIN)) {
            HttpResponse<String> answer = confirm(role, entered.id());
            assertThat(answer.statusCode()).as(role.id()).isEqualTo(403);
            assertThat(answer.body()).as(role.id()).contains("未");
        }
        assertThat(values.find(entered.id()).orElseThrow().status()).isEqualTo(ReferenceValue.Status.PROVISIONAL);

        assertThat(confirm(Role.CFO, entered.id()).statusCode()).isEqualTo(302);
        assertThat(values.find(entered.id()).orElseThrow().confirmedBy()).isEqualTo("c-cfo");
        assertThat(confirm(Role.CFO, Long.MAX_VALUE).statusCode()).isEqualTo(404);
    }

    /** The Friday before a Saturday that nobody knows to be worked, and a Monday that is to be a holiday. */
    @Test
    void theNoticeForAYearOfChinaCountsOnceASecondPersonHasConfirmedIt() {
        LocalDate friday = LocalDate.of(2031, 3, 7);
        String notice =
                expected(2031) + "\nMAKEUP_WORKDAY,2031-03-08,2031-03-08,试,Test\nHOLIDAY,2031-03-10,2031-03-10,试,Test";
        assertThat(workingDayAfter(friday)).isEqualTo("2031-03-10");
        assertThat(enterNotice(Role.DESIGN, "2031", notice).statusCode()).isEqualTo(422);

        assertThat(enterNotice(Role.COMPLIANCE, "2031", notice).statusCode()).isEqualTo(302);
        ReferenceValue entered = chinese.of(2031).orElseThrow();
        assertThat(entered.textValue()).isEqualTo(notice);
        assertThat(confirm(Role.COMPLIANCE, entered.id()).statusCode()).isEqualTo(403);
        assertThat(calendars.china().statusOf(2031)).isEqualTo(CalendarDay.Status.PROVISIONAL);

        assertThat(confirm(Role.OPERATIONS, entered.id()).statusCode()).isEqualTo(302);
        assertThat(calendars.china().statusOf(2031)).isEqualTo(CalendarDay.Status.CONFIRMED);
        assertThat(workingDayAfter(friday)).isEqualTo("2031-03-08");
        assertThat(calendars.china().nthWorkingDayAfter(friday, 2)).isEqualTo("2031-03-11");

        assertThat(enterNotice(Role.COMPLIANCE, "2031", expected(2031).replace("2031-03-08", "2031-03-09"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(workingDayAfter(friday))
                .as("a correction that nobody has confirmed")
                .isEqualTo("2031-03-08");
    }

    @Test
    void aNoticeWithALineThatCannotBeIsRefusedWithItsNumberAndKeptInTheForm() {
        HttpResponse<String> answer =
                enterNotice(Role.COMPLIANCE, "2030", "HOLIDAY,2030-01-01,2030-01-01,元旦,New Year\nMAKEUP,2030-01-05");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("第 2 行", "2030 年", "MAKEUP,2030-01-05");
        assertThat(values.history(ChineseCalendar.KEY, "2030")).hasSize(1);
        assertThat(enter(Role.COMPLIANCE, entry(ChineseCalendar.KEY, "2030", "12"))
                        .statusCode())
                .isEqualTo(422);
    }

    /** Else the years between would be taken for years without holidays. */
    @ParameterizedTest
    @CsvSource({"2040, 'HOLIDAY,2040-01-01,2040-01-01,元旦,New Year'", "2030, ' '"})
    void aNoticeThatSaysNothingOrLeavesYearsOutIsRefused(String year, String days) {
        HttpResponse<String> answer = enterNotice(Role.COMPLIANCE, year, days);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("内容为空或过长");
        assertThat(calendars.china().covers(LocalDate.of(2035, 6, 1))).isFalse();
    }

    private String expected(int year) {
        return Objects.requireNonNull(chinese.of(year).orElseThrow().textValue());
    }

    private LocalDate workingDayAfter(LocalDate day) {
        return calendars.livedBy(ZoneId.of("Asia/Shanghai"), day).nthWorkingDayAfter(day, 1);
    }

    private HttpResponse<String> enterNotice(Role role, String year, String days) {
        Visitor visitor = visitor(role);
        return visitor.fill(
                "/", PAGE + "/china", Map.of("year", year, "days", days, "sourceUrl", "https://www.gov.cn/test"));
    }

    @ParameterizedTest
    @CsvSource({
        "value, 0",
        "value, -0.14",
        "value, 1E+999999999",
        "value, 1E-999999999",
        "value, 999999999999999999999999",
        "value, 0.14x",
        "value, ''",
        "scope, ''",
        "scope, 'CNY USD'",
        "currency, XXY",
        "effectiveFrom, 2026-02-30",
        "effectiveFrom, +999999999-12-31",
        "effectiveFrom, ''",
        "effectiveTo, 1999-01-01",
        "sourceUrl, ''",
    })
    void aWrongValueIsRefusedAtItsFieldAndNothingIsStored(String field, String value) {
        Map<String, String> rate = entry(ExchangeRates.BUDGET, "NOK/USD", "0.0951");
        rate.put(field, value);

        HttpResponse<String> answer = enter(Role.FINANCE, rate);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("field-error");
        assertThat(values.list(0, 10_000)).noneMatch(stored -> stored.scope().equals("NOK/USD"));
    }

    @Test
    void tenMegabytesOrACharacterThatNothingHoldsAreRefusedInWords() {
        Map<String, String> rate = entry(ExchangeRates.BUDGET, "DKK/USD", "0.0951");
        rate.put("sourceUrl", "x".repeat(10 * 1024 * 1024));
        HttpResponse<String> large = enter(Role.FINANCE, rate);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("内容过大", "未作任何更改");

        rate.put("sourceUrl", "a\u0000b");
        HttpResponse<String> unstorable = enter(Role.FINANCE, rate);
        assertThat(unstorable.statusCode()).isEqualTo(422);
        assertThat(values.list(0, 10_000)).noneMatch(stored -> stored.scope().equals("DKK/USD"));
    }

    private HttpResponse<String> enter(Role role, Map<String, String> entry) {
        return visitor(role).fill("/", PAGE, entry);
    }

    private HttpResponse<String> confirm(Role role, long id) {
        return visitor(role).fill("/", PAGE + "/" + id + "/confirm", Map.of());
    }

    private Visitor visitor(Role role) {
        return Visitor.person(port, colleagues.with(role), Colleagues.PASSWORD).reading("zh");
    }

    private static Map<String, String> entry(String key, String scope, String value) {
        return new HashMap<>(Map.of(
                "key", key,
                "scope", scope,
                "value", value,
                "unit", "",
                "currency", "",
                "effectiveFrom", "2026-01-01",
                "effectiveTo", "",
                "sourceUrl", "board minutes of 2026-01-02"));
    }
}
