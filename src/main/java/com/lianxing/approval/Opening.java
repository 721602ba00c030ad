package com.lianxing.approval;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.ExcessPosted;
import com.lianxing.money.Rate;
import com.lianxing.reference.ExchangeRates;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a request in: once per id, at the budget rate of the day. */
@Component
class Opening {

    /** Where budget rates are set. */
    private static final ZoneId RATE_ZONE = ZoneId.of("Asia/Shanghai");

    private static final int WORKING_DAYS_AFTER_THE_FACT = 10;

    private final ApprovalRows rows;
    private final ExchangeRates rates;
    private final ReferenceValues values;
    private final ApprovalRecord record;
    private final People people;
    private final Clock clock;

    Opening(
            ApprovalRows rows,
            ExchangeRates rates,
            ReferenceValues values,
            ApprovalRecord record,
            People people,
            Clock clock) {
        this.rows = rows;
        this.rates = rates;
        this.values = values;
        this.record = record;
        this.people = people;
        this.clock = clock;
    }

    String open(NewRequest wanted) {
        String hash = hash(wanted);
        Currency currency = wanted.original().currency();
        LocalDate today = clock.today(RATE_ZONE);
        Rate rate = rates.budgetRate(currency, Charge.USD, today).orElse(null);
        String source = currency.equals(Charge.USD)
                ? null
                : values.findConfirmed(ExchangeRates.BUDGET, ExchangeRates.scope(currency, Charge.USD), today)
                        .map(ReferenceValue::sourceUrl)
                        .orElse(null);
        if (rows.insert(wanted, rate, source, hash, clock.now())) {
            record.opened(wanted);
        } else if (!rows.contentHash(wanted.requestId()).equals(Optional.of(hash))) {
            throw new IllegalStateException(wanted.requestId() + " was opened before, with other content");
        }
        return wanted.requestId();
    }

    String openAfterTheFact(ExcessPosted posted) {
        String id = "actual:" + posted.actuals().get(0).actualId();
        if (rows.contentHash(id).isPresent()) {
            return id;
        }
        Person person = people.require(posted.by());
        LocalDate day =
                WorkingCalendar.usFederal().nthWorkingDayAfter(clock.today(person.zone()), WORKING_DAYS_AFTER_THE_FACT);
        Deadline needBy = Deadline.endOf(day, person.zone(), DeadlineKind.INTERNAL);
        return open(NewRequest.afterTheFact(id, posted, needBy));
    }

    /** Of everything that was asked; the rate is not part of it, so a repetition on another day is the same. */
    private static String hash(NewRequest wanted) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ApprovalRecord.content(wanted).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
