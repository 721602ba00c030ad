package com.lianxing.ledger;

import com.lianxing.ledger.ExcessPosted.Unasked;
import com.lianxing.ledger.HoldResult.Held;
import com.lianxing.ledger.HoldResult.Reason;
import com.lianxing.ledger.HoldResult.Refused;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds, spends and gives back the money of projects. Nothing else writes money.
 *
 * <p>Every call joins the caller's transaction, locks the project, and is idempotent by the id it is given: the engine
 * runs a failed job again, so the same may be asked for twice and is answered alike. The same id with other content is
 * an {@link IllegalStateException}. Expected outcomes are values. All sums are US dollars; another currency throws
 * {@link com.lianxing.money.CurrencyMismatch}, an unknown project or hold {@link IllegalArgumentException}.
 */
@Service
@Transactional
public class BudgetLedger {

    private static final Money ZERO = Money.zero(Charge.USD);

    private final LedgerRows rows;
    private final Journal journal;
    private final BudgetVersions versions;
    private final ApplicationEventPublisher events;

    BudgetLedger(LedgerRows rows, Journal journal, BudgetVersions versions, ApplicationEventPublisher events) {
        this.rows = rows;
        this.journal = journal;
        this.versions = versions;
        this.events = events;
    }

    /**
     * The first budget of a project, version 1 (BUDGET_SET). What was spent before there was one counts against it.
     *
     * @param limits each line once; a negative one is refused
     * @param mandate with an approval
     * @throws IllegalStateException if the project has a budget already
     */
    public BudgetResult setBudget(String eventId, ProjectCode code, List<LineAmount> limits, Mandate mandate) {
        return versions.append(EntryType.BUDGET_SET, eventId, code, limits, mandate);
    }

    /**
     * The next version of a budget, all lines or none (BUDGET_CHANGED). A higher limit first takes away the line's
     * excess. A lower one is refused where it would be less than what is held and spent.
     *
     * @param deltas by how much each limit rises, negative for a fall; each line once
     * @param mandate with an approval
     * @throws IllegalStateException if the project has no budget yet
     */
    public BudgetResult changeBudget(String eventId, ProjectCode code, List<LineAmount> deltas, Mandate mandate) {
        return versions.append(EntryType.BUDGET_CHANGED, eventId, code, deltas, mandate);
    }

    /** Sets money aside if the line has it (COMMIT). */
    public HoldResult hold(HoldRequest request) {
        rows.lockProject(request.code());
        String content = Content.of(request);
        Money usd = request.charge().usd();
        if (journal.isRepeated(request.holdId(), content)) {
            return new Held(request.holdId(), usd);
        }
        var found = rows.lockLine(request.code(), request.line());
        if (found.isEmpty()) {
            return new Refused(usd, ZERO, Reason.NO_BUDGET);
        }
        Balance balance = found.get();
        if (!balance.covers(usd)) {
            return refused(usd, balance);
        }
        rows.save(request.code(), request.line(), balance.hold(usd));
        rows.insert(new Hold(request.holdId(), request.code(), request.line(), usd, ZERO, ZERO));
        journal.append(
                Draft.of(request.holdId(), EntryType.COMMIT, request.code(), request.line(), usd, request.mandate())
                        .paper(request.charge(), request.memo())
                        .hold(request.holdId()),
                content);
        return new Held(request.holdId(), usd);
    }

    /** Changes what a hold is in total (COMMIT_ADJUST); only a rise needs money to be available. */
    public HoldResult adjust(AdjustRequest request) {
        Hold hold = lockedHold(request.holdId());
        String content = Content.of(request);
        return journal.isRepeated(request.eventId(), content)
                ? new Held(hold.id(), request.charge().usd())
                : adjust(hold, request, content);
    }

    /** Makes a hold larger by so much (COMMIT_ADJUST). */
    public HoldResult raise(String eventId, String holdId, Charge by, Mandate mandate, String memo) {
        Hold hold = lockedHold(holdId);
        String content =
                Content.hash(EntryType.COMMIT_ADJUST, holdId, by, mandate.requestedBy(), mandate.approval(), memo);
        if (journal.isRepeated(eventId, content)) {
            return new Held(hold.id(), hold.usd());
        }
        Charge total = Charge.inDollars(hold.usd().plus(by.usd()));
        return adjust(hold, new AdjustRequest(eventId, holdId, total, mandate, memo), content);
    }

    private HoldResult adjust(Hold hold, AdjustRequest request, String content) {
        Money total = request.charge().usd();
        Balance balance = lockedLine(hold.code(), hold.line());
        Money rise = total.minus(hold.usd());
        if (hold.released().isPositive()) {
            return new Refused(total, balance.available(), Reason.HOLD_RELEASED);
        }
        if (total.compareTo(hold.settled()) < 0) {
            return new Refused(total, balance.available(), Reason.BELOW_SETTLED);
        }
        if (rise.isPositive() && !balance.covers(rise)) {
            return refused(rise, balance);
        }
        rows.save(hold.code(), hold.line(), rise.isPositive() ? balance.hold(rise) : balance.release(rise.negate()));
        rows.save(hold.withTotal(total));
        journal.append(
                Draft.of(request.eventId(), EntryType.COMMIT_ADJUST, hold.code(), hold.line(), rise, request.mandate())
                        .paper(request.charge(), request.memo())
                        .hold(hold.id()),
                content);
        return new Held(hold.id(), total);
    }

    /**
     * Gives back what is left of a hold (COMMIT_RELEASE), be it nothing.
     *
     * @return what was given back
     */
    public Money release(String eventId, String holdId, String by) {
        Hold hold = lockedHold(holdId);
        String content = Content.hash(EntryType.COMMIT_RELEASE, holdId);
        if (journal.isRepeated(eventId, content)) {
            return journal.require(eventId).usd().negate();
        }
        Balance balance = lockedLine(hold.code(), hold.line());
        Money rest = hold.rest();
        rows.save(hold.code(), hold.line(), balance.release(rest));
        rows.save(hold.releaseRest());
        journal.append(
                Draft.of(eventId, EntryType.COMMIT_RELEASE, hold.code(), hold.line(), rest.negate(), Mandate.of(by))
                        .hold(holdId),
                content);
        return rest;
    }

    /**
     * Gives back what is left of every open hold of a project; the entries' ids are the prefix, a colon and the hold.
     *
     * @return what was given back in all: nothing if it is run again
     */
    public Money releaseAll(ProjectCode code, String prefixId, String by) {
        rows.lockProject(code);
        rows.lockLines(code, EnumSet.allOf(BudgetLine.class));
        return rows.openHolds(code).stream()
                .filter(hold -> rows.contentHash(prefixId + ":" + hold.id()).isEmpty())
                .map(hold -> release(prefixId + ":" + hold.id(), hold.id(), by))
                .reduce(ZERO, Money::plus);
    }

    /**
     * Posts money that is gone (ACTUAL). It settles its hold as far as that reaches. What no hold covers is flagged
     * and published as {@link ExcessPosted}, even where it fits the budget: nobody had asked.
     */
    public ActualResult spend(ActualRequest request) {
        return spendAll(Stream.of(request)).get(0);
    }

    /**
     * Posts what one settlement paid. What nobody had asked for is published together, once.
     *
     * @param requests all of one project and person; each is taken from the stream when the one before is posted, and so
     *     may depend on what that left of a hold
     */
    public List<ActualResult> spendAll(Stream<ActualRequest> requests) {
        List<ActualResult> results = new ArrayList<>();
        List<ActualRequest> posted = new ArrayList<>();
        List<Unasked> unasked = new ArrayList<>();
        requests.forEachOrdered(request -> {
            if (!posted.isEmpty() && !posted.get(0).code().equals(request.code())) {
                throw new IllegalArgumentException("one settlement of %s and %s".formatted(posted.get(0), request));
            }
            rows.lockProject(request.code());
            String content = Content.of(request);
            if (journal.isRepeated(request.actualId(), content)) {
                results.add(resultOf(journal.require(request.actualId())));
                return;
            }
            ActualResult result = post(request, content);
            results.add(result);
            posted.add(request);
            if (result.flagged()) {
                unasked.add(new Unasked(request.actualId(), request.line(), result.unheld(), result.excess()));
            }
        });
        if (!unasked.isEmpty()) {
            ActualRequest first = posted.get(0);
            events.publishEvent(
                    new ExcessPosted(first.code(), unasked, first.mandate().requestedBy()));
        }
        return results;
    }

    private ActualResult post(ActualRequest request, String content) {
        Money usd = request.charge().usd();
        Hold hold = request.holdId() == null ? null : holdOf(request, request.holdId());
        Balance before = rows.lockLine(request.code(), request.line()).orElseGet(() -> {
            rows.createLine(request.code(), request.line());
            return Balance.EMPTY;
        });
        Money settled = hold == null ? ZERO : usd.min(hold.rest());
        Balance after = before.spend(settled, usd);
        rows.save(request.code(), request.line(), after);
        if (hold != null) {
            rows.save(hold.settle(settled));
        }
        LedgerEntry entry = journal.append(
                Draft.of(request.actualId(), EntryType.ACTUAL, request.code(), request.line(), usd, request.mandate())
                        .paper(request.charge(), request.memo())
                        .hold(request.holdId())
                        .spending(settled, after.excess().minus(before.excess()).max(ZERO), request.invoiceNo()),
                content);
        return resultOf(entry);
    }

    private Hold holdOf(ActualRequest request, String holdId) {
        Hold hold = requireHold(holdId);
        if (!hold.code().equals(request.code()) || hold.line() != request.line()) {
            throw new IllegalArgumentException("hold %s is on %s of %s, not on %s of %s"
                    .formatted(holdId, hold.line(), hold.code(), request.line(), request.code()));
        }
        return hold;
    }

    /**
     * Takes an actual back as if it had not been (ACTUAL_REVERSAL): what it had used up of a hold is held again, even
     * if the rest was released since, and the excess falls.
     *
     * @param reason what an auditor will read
     * @return the amount of the actual
     * @throws IllegalStateException if it was reversed before, under another id
     */
    public Money reverse(String eventId, String actualId, String by, String reason) {
        LedgerEntry found = journal.require(actualId);
        if (found.type() != EntryType.ACTUAL) {
            throw new IllegalArgumentException(
                    "%s is a %s, which cannot be reversed".formatted(actualId, found.type()));
        }
        rows.lockProject(found.code());
        String content = Content.hash(EntryType.ACTUAL_REVERSAL, actualId, reason);
        if (journal.isRepeated(eventId, content)) {
            return found.usd();
        }
        rows.reversalOf(actualId).ifPresent(other -> {
            throw new IllegalStateException("%s was reversed by %s".formatted(actualId, other));
        });
        Balance balance = lockedLine(found.code(), found.line());
        rows.save(found.code(), found.line(), balance.unspend(found.settled(), found.usd()));
        if (found.holdId() != null) {
            rows.save(lockedHold(found.holdId()).settle(found.settled().negate()));
        }
        journal.append(
                Draft.of(
                                eventId,
                                EntryType.ACTUAL_REVERSAL,
                                found.code(),
                                found.line(),
                                found.usd().negate(),
                                Mandate.of(by))
                        .reversing(found, reason),
                content);
        return found.usd();
    }

    /** What a hold is in total, with what is settled of it; empty if there is no such hold. */
    @Transactional(readOnly = true)
    public Optional<Money> holdTotal(String holdId) {
        return rows.hold(holdId).map(Hold::usd);
    }

    /** Posts money that came back (CREDIT). */
    public void credit(CreditRequest request) {
        rows.lockProject(request.code());
        String content = Content.of(request);
        if (journal.isRepeated(request.creditId(), content)) {
            return;
        }
        if (rows.lockLine(request.code(), request.line()).isEmpty()) {
            rows.createLine(request.code(), request.line());
        }
        Money usd = request.charge().usd().negate();
        journal.append(
                Draft.of(request.creditId(), EntryType.CREDIT, request.code(), request.line(), usd, request.mandate())
                        .crediting(request.charge(), request.paperNo(), request.memo()),
                content);
    }

    /** What came back on each line, above zero; a line without a credit is left out. */
    @Transactional(readOnly = true)
    public Map<BudgetLine, Money> credits(ProjectCode code) {
        Map<BudgetLine, Money> credits = new TreeMap<>();
        rows.entries(code).stream()
                .filter(entry -> entry.type() == EntryType.CREDIT)
                .forEach(entry -> credits.merge(entry.line(), entry.usd().negate(), Money::plus));
        return credits;
    }

    /** Under which id a payment is posted that may have been posted and reversed before: an id is used once. */
    @Transactional(readOnly = true)
    public String idAfterReversals(String actualId) {
        String id = actualId;
        for (int again = 2; rows.reversalOf(id).isPresent(); again++) {
            id = actualId + ":" + again;
        }
        return id;
    }

    /** Where one line stands: nothing everywhere if it has no budget and nothing was spent. */
    @Transactional(readOnly = true)
    public LinePosition position(ProjectCode code, BudgetLine line) {
        return positions(code).stream()
                .filter(position -> position.line() == line)
                .findFirst()
                .orElse(new LinePosition(line, ZERO, ZERO, ZERO, ZERO));
    }

    /** The lines that have a budget or were spent on, in the order of {@link BudgetLine}. */
    @Transactional(readOnly = true)
    public List<LinePosition> positions(ProjectCode code) {
        return positionsOf(code).stream()
                .sorted(Comparator.comparing(LinePosition::line))
                .toList();
    }

    @Transactional(readOnly = true)
    public BudgetTotal total(ProjectCode code) {
        return BudgetTotal.of(positionsOf(code));
    }

    /** Where each of these projects stands; one without a budget and without spending is left out. */
    @Transactional(readOnly = true)
    public Map<ProjectCode, BudgetTotal> totals(Collection<ProjectCode> codes) {
        return rows.positions(codes).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, lines -> BudgetTotal.of(lines.getValue())));
    }

    /** The version of a project's budget, 0 if it has none yet. */
    @Transactional(readOnly = true)
    public int budgetVersion(ProjectCode code) {
        return rows.budgetVersion(code);
    }

    /** All entries of a project, in the order they were posted. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> entries(ProjectCode code) {
        return rows.entries(code);
    }

    /** Holds with something left, oldest id first. */
    @Transactional(readOnly = true)
    public List<OpenHold> openHolds(ProjectCode code) {
        return rows.openHolds(code).stream()
                .map(hold -> new OpenHold(hold.id(), hold.line(), hold.rest()))
                .toList();
    }

    private List<LinePosition> positionsOf(ProjectCode code) {
        return rows.positions(List.of(code)).getOrDefault(code, List.of());
    }

    /** Read twice: the first time only to learn which project to lock. */
    private Hold lockedHold(String holdId) {
        rows.lockProject(requireHold(holdId).code());
        return requireHold(holdId);
    }

    private Hold requireHold(String holdId) {
        return rows.hold(holdId).orElseThrow(() -> new IllegalArgumentException("no hold " + holdId));
    }

    private Balance lockedLine(ProjectCode code, BudgetLine line) {
        return rows.lockLine(code, line)
                .orElseThrow(() -> new IllegalStateException("no line " + line + " of " + code));
    }

    private static Refused refused(Money asked, Balance balance) {
        Reason reason = balance.excess().isPositive() ? Reason.EXCESS_OPEN : Reason.BEYOND_AVAILABLE;
        return new Refused(asked, balance.available(), reason);
    }

    private static ActualResult resultOf(LedgerEntry actual) {
        return new ActualResult(actual.usd(), actual.usd().minus(actual.settled()), actual.excess());
    }
}
