package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.HolidayNotice;
import com.lianxing.reference.ChineseCalendar;
import com.lianxing.reference.Confirmation;
import com.lianxing.reference.EntryResult;
import com.lianxing.reference.ExchangeRates;
import com.lianxing.reference.NewReferenceValue;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fees, limits, rates and dates: finance enters them with their source, a second person confirms them. */
@Controller
class ReferencePage {

    private static final int MOST = 500;

    private static final Set<Role> KEEPERS_OF_RATES = EnumSet.of(Role.FINANCE, Role.CFO);
    private static final Set<Role> KEEPERS =
            EnumSet.of(Role.FINANCE, Role.CFO, Role.COMPLIANCE, Role.LOGISTICS, Role.OPERATIONS);

    /** No fee and no limit has more digits; what has would not fit any table. */
    private static final int MOST_DIGITS = 20;

    private static final int MOST_DECIMALS = 12;
    private static final int LONGEST_NOTICE = 10_000;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final ReferenceValues references;
    private final ChineseCalendar china;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    ReferencePage(
            ReferenceValues references,
            ChineseCalendar china,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.references = references;
        this.china = china;
        this.clock = clock;
        this.currentPerson = currentPerson;
        this.messages = messages;
    }

    record ReferenceRow(
            String id,
            String key,
            @Nullable String keyText,
            String scope,
            String value,
            String effectiveFrom,
            String effectiveTo,
            String sourceUrl,
            String status,
            String enteredBy,
            String confirmedBy,
            boolean mayConfirm) {}

    record Search(String text, String status) {}

    record EnterForm(
            String key,
            String scope,
            String value,
            String unit,
            String currency,
            String effectiveFrom,
            String effectiveTo,
            String sourceUrl) {

        EnterForm {
            key = plain(key);
            scope = plain(scope);
            value = plain(value);
            unit = plain(unit);
            currency = plain(currency);
            effectiveFrom = plain(effectiveFrom);
            effectiveTo = plain(effectiveTo);
            sourceUrl = plain(sourceUrl);
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    @GetMapping("/reference")
    String list(
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String status, Model model) {
        return page(model, new Search(text, status), new EnterForm("", "", "", "", "", "", "", ""), Map.of());
    }

    @PostMapping("/reference")
    String enter(
            @ModelAttribute EnterForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        Map<String, String> errors = new LinkedHashMap<>();
        NewReferenceValue value = read(form, errors, person.language());
        if (!mayEnter(person, form.key())) {
            errors.put("key", text("ui.reference.notYours", person.language()));
        }
        if (value != null && errors.isEmpty()) {
            EntryResult result = references.enter(value, person.id());
            if (result instanceof EntryResult.Entered) {
                redirect.addFlashAttribute("notice", text("ui.reference.entered", person.language()));
                return "redirect:/reference";
            }
            errors.put("effectiveFrom", text("ui.reference.overlaps", person.language()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, new Search("", ""), form, errors);
    }

    record NoticeForm(int year, String days, String sourceUrl) {}

    /** The notice for a year of the Chinese calendar, as {@link com.lianxing.calendar.HolidayNotice} reads it. */
    @PostMapping("/reference/china")
    String enterNotice(
            @RequestParam int year,
            @RequestParam String days,
            @RequestParam String sourceUrl,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        String refusal = refusalOfNotice(year, days, sourceUrl.strip(), person);
        if (refusal == null) {
            redirect.addFlashAttribute("notice", text("ui.reference.entered", person.language()));
            return "redirect:/reference";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusal", refusal);
        model.addAttribute("china", new NoticeForm(year, days, sourceUrl));
        return page(model, new Search("", ""), new EnterForm("", "", "", "", "", "", "", ""), Map.of());
    }

    /** What is wrong with it; null once it is taken in. */
    private @Nullable String refusalOfNotice(int year, String days, String source, Person person) {
        Locale language = person.language();
        if (!mayEnter(person, ChineseCalendar.KEY)) {
            return text("ui.reference.notYours", language);
        }
        if (year < FIRST_DAY.getYear()
                || year > LAST_DAY.getYear()
                || days.length() > LONGEST_NOTICE
                || !china.mayTake(year, days)) {
            return text("ui.reference.china.wrong", language);
        }
        try {
            china.enter(year, days, source, person.id());
            return null;
        } catch (HolidayNotice.WrongLine e) {
            return messages.getMessage("ui.reference.china.wrongLine", new Object[] {e.number(), year}, language);
        } catch (IllegalArgumentException e) {
            return text("ui.reference.invalid", language);
        }
    }

    /** To be corrected by whoever has read the notice: what is expected of the first year that is not announced. */
    private NoticeForm nextNotice() {
        int year = clock.today(CHINA).getYear();
        while (china.of(year)
                .filter(days -> days.status() == ReferenceValue.Status.CONFIRMED)
                .isPresent()) {
            year++;
        }
        String expected = china.of(year).map(ReferenceValue::textValue).orElse("");
        return new NoticeForm(year, expected, "");
    }

    @PostMapping("/reference/{id}/confirm")
    String confirm(@PathVariable long id, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ReferenceValue value = references.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean may = mayEnter(person, value.key());
        if (may && references.confirm(id, person.id()) instanceof Confirmation.Confirmed) {
            redirect.addFlashAttribute("notice", text("ui.reference.confirmed", person.language()));
            return "redirect:/reference";
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute(
                "refusal", text(may ? "ui.reference.secondPerson" : "ui.reference.notYours", person.language()));
        return page(model, new Search("", ""), new EnterForm("", "", "", "", "", "", "", ""), Map.of());
    }

    private String page(Model model, Search search, EnterForm form, Map<String, String> errors) {
        Person person = currentPerson.require();
        List<ReferenceRow> rows = references.list(0, MOST).stream()
                .filter(value -> search.text().isBlank()
                        || (value.key() + " " + value.scope())
                                .toLowerCase(Locale.ROOT)
                                .contains(search.text().toLowerCase(Locale.ROOT)))
                .filter(value ->
                        search.status().isBlank() || value.status().name().equals(search.status()))
                .map(value -> row(value, person))
                .toList();
        model.addAttribute("values", rows);
        model.addAttribute("search", search);
        model.addAttribute("mayEnter", person.roles().stream().anyMatch(KEEPERS::contains));
        model.addAttribute("form", form);
        if (!model.containsAttribute("china")) {
            model.addAttribute("china", nextNotice());
        }
        model.addAttribute("errors", errors);
        return "reference";
    }

    private ReferenceRow row(ReferenceValue value, Person person) {
        boolean open = value.status() == ReferenceValue.Status.PROVISIONAL;
        return new ReferenceRow(
                String.valueOf(value.id()),
                value.key(),
                null,
                value.scope(),
                shown(value),
                value.effectiveFrom().toString(),
                value.effectiveTo() == null ? "" : value.effectiveTo().toString(),
                value.sourceUrl(),
                value.status().name(),
                value.enteredBy(),
                value.confirmedBy() == null ? "" : value.confirmedBy(),
                open && mayEnter(person, value.key()) && !value.enteredBy().equals(person.id()));
    }

    /** A text stands as it is, line by line. */
    private static String shown(ReferenceValue value) {
        return value.value() == null
                ? String.valueOf(value.textValue())
                : value.value().toPlainString() + " " + value.unit();
    }

    /** Rates of exchange decide what everything costs: they are finance's alone. */
    private static boolean mayEnter(Person person, String key) {
        Set<Role> keepers = key.equals(ExchangeRates.BUDGET) ? KEEPERS_OF_RATES : KEEPERS;
        return person.roles().stream().anyMatch(keepers::contains);
    }

    private @Nullable NewReferenceValue read(EnterForm form, Map<String, String> errors, Locale language) {
        BigDecimal number = null;
        LocalDate from = null;
        LocalDate to = null;
        Currency currency = null;
        try {
            number = number(form.value());
        } catch (NumberFormatException e) {
            errors.put("value", text("sheet.error.decimal", language));
        }
        try {
            from = day(form.effectiveFrom());
        } catch (DateTimeParseException e) {
            errors.put("effectiveFrom", text("sheet.error.date", language));
        }
        try {
            to = form.effectiveTo().isEmpty() ? null : day(form.effectiveTo());
        } catch (DateTimeParseException e) {
            errors.put("effectiveTo", text("sheet.error.date", language));
        }
        try {
            currency = form.currency().isEmpty() ? null : Currency.getInstance(form.currency());
        } catch (IllegalArgumentException e) {
            errors.put("currency", text("ui.reference.currencyUnknown", language));
        }
        if (number == null || from == null || !errors.isEmpty()) {
            return null;
        }
        if (form.key().equals(ChineseCalendar.KEY)) {
            errors.put("key", text("ui.reference.china.below", language));
            return null;
        }
        if (form.key().equals(ExchangeRates.BUDGET) && number.signum() <= 0) {
            errors.put("value", text("ui.reference.rateNotPositive", language));
            return null;
        }
        try {
            return new NewReferenceValue(
                    form.key(), form.scope(), number, null, form.unit(), currency, from, to, form.sourceUrl(), null);
        } catch (IllegalArgumentException e) {
            errors.put("key", text("ui.reference.invalid", language));
            return null;
        }
    }

    private static BigDecimal number(String entered) {
        BigDecimal number = new BigDecimal(entered);
        if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DECIMALS || number.scale() < 0) {
            throw new NumberFormatException(entered);
        }
        return number;
    }

    private static LocalDate day(String entered) {
        LocalDate day = LocalDate.parse(entered);
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new DateTimeParseException("not in a century of ours", entered, 0);
        }
        return day;
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
